/**
 * A row as a verdict tells it to its actor: an establishment never reads the regulators' own facts about its mission
 * (lane, deferral, note, regulator, alert), which the feed carries to agencies and the CCS alone.
 */
import type { NumberedRow } from '../../contract/national/commands/verdict.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { NO_REGULATORS_FACTS } from '../../contract/national/rows/undecided-mission.ts';
import { publicRow } from './seal.ts';

export function toldRow(actor: Principal, kind: RowKind, row: object): NumberedRow['row'] {
  const told = publicRow(kind, row);
  return kind === 'mission' && actor.role === 'establishment' ? { ...told, ...NO_REGULATORS_FACTS } : told;
}
