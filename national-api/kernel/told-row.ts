/**
 * A row as a verdict tells it to its actor: an establishment never reads the regulators' own facts about its mission
 * (lane, deferral, note, regulator, alert), which the feed carries to agencies and the CCS alone.
 */
import type { NumberedRow } from '../../contract/national/commands/verdict.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { MissionRow } from '../../contract/national/rows/mission-row.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { publicRow } from './seal.ts';

const NO_REGULATORS_FACTS = {
  priority: 'none',
  priorityReason: null,
  priorityVersion: 0,
  priorityByName: null,
  priorityAt: null,
  deferredUntil: null,
  deferralReason: null,
  deferralVersion: 0,
  deferralByName: null,
  deferralAt: null,
  note: null,
  noteVersion: 0,
  noteByName: null,
  noteAt: null,
  regulatorId: null,
  regulatorName: null,
  regulatorVersion: 0,
  regulatorByName: null,
  regulatorAt: null,
  alert: null,
} as const satisfies Partial<MissionRow>;

export function toldRow(actor: Principal, kind: RowKind, row: object): NumberedRow['row'] {
  const told = publicRow(kind, row);
  return kind === 'mission' && actor.role === 'establishment' ? { ...told, ...NO_REGULATORS_FACTS } : told;
}
