/** A row of any kind but candidates as a pseudonymised snapshot holds it. */
import type { Value } from '../format/block.ts';
import type { ExportKind } from './export-kinds.ts';
import type { Pseudonyms } from './pseudonyms.ts';

export type AnyRow = Readonly<Record<string, Value>>;

const NAME_OF_AGENT = /ByName$|^byName$|^authorName$/;
/** A code of a closed list; anything else is somebody's sentence. */
const CODE = /^[a-z0-9-]{1,60}$/;
const DAY_START = 'T00:00:00.000Z';

export const dayOf = (instant: Value | undefined): string | null =>
  typeof instant === 'string' ? `${instant.slice(0, 10)}${DAY_START}` : null;

function hideAgents(row: AnyRow, { agent }: Pseudonyms): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      NAME_OF_AGENT.test(name) && typeof value === 'string' && value !== '' ? agent(value) : value,
    ]),
  );
}

function hideProposal(row: AnyRow, pseudonyms: Pseudonyms): AnyRow {
  const id = String(row['id']);
  const days = Object.fromEntries(
    Object.keys(row)
      .filter((name) => name.endsWith('At'))
      .map((name) => [name, dayOf(row[name])]),
  );
  const { reason } = row;
  return {
    ...row,
    ...days,
    id: pseudonyms.proposal(id),
    candidateId: pseudonyms.personOfProposal(id),
    reason: typeof reason === 'string' && CODE.test(reason) ? reason : null,
    version: 0,
  };
}

/** Columns that are not exported at all are left to the part's list of columns. */
export function hideRow(kind: Exclude<ExportKind, 'candidate'>, row: AnyRow, pseudonyms: Pseudonyms): AnyRow {
  const hidden = hideAgents(row, pseudonyms);
  return kind === 'proposal' ? hideProposal(hidden, pseudonyms) : hidden;
}
