/** The parts of an export that hold rows of the nation, and their columns, nominative or pseudonymised. */
import type { Columns } from '../../../contract/national/rows/column.ts';
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../../contract/national/rows/row-kinds.ts';
import type { Content, PartColumn } from '../format/manifest.ts';

/** In the order in which they are written: the queue first. */
export const EXPORT_KINDS = [
  'mission',
  'establishment',
  'candidate',
  'proposal',
  'alert',
  'crisisMode',
  'directAccess',
  'opening',
  'pool',
] as const satisfies readonly RowKind[];
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What is asked for brings these parts. */
const PARTS_OF: Readonly<Record<Content, readonly ExportKind[]>> = {
  missions: ['mission', 'establishment', 'alert'],
  candidates: ['candidate', 'pool'],
  proposals: ['proposal'],
  openings: ['opening', 'crisisMode', 'directAccess', 'pool'],
  journal: [],
};

export function kindsOf(content: readonly Content[]): readonly ExportKind[] {
  return EXPORT_KINDS.filter((kind) => content.some((one) => PARTS_OF[one].includes(kind)));
}

/**
 * Of a volunteer, what a pseudonymised snapshot keeps, the most useful first: where too few people are alike, values go
 * from the end on. The first ones are never left out: without them a row says nothing, and its person is left out.
 */
export const KEPT_OF_CANDIDATE = [
  'engagement',
  'availability',
  'verification',
  'profession',
  'agency',
  'departement',
  'engagedSince',
  'mobilisation',
  'activityKind',
  'specialty',
  'startDate',
  'endDate',
] as const;
/** Engagement, availability, verification: the status. */
export const NEVER_LEFT_OUT = 3;

/** Columns that never leave, whoever agrees: what links to an e-mail, a merged record, somebody's own words. */
const NEVER_EXPORTED: Readonly<Partial<Record<ExportKind, readonly string[]>>> = {
  candidate: ['mergedInto'],
};
/** Columns of other kinds that a pseudonymised snapshot leaves out. */
const HIDDEN: Readonly<Partial<Record<ExportKind, readonly string[]>>> = {
  mission: ['note', 'regulatorId', 'regulatorName', 'priorityReason', 'deferralReason'],
  establishment: ['address', 'phone'],
  proposal: ['candidateAgency', 'resumedAt'],
  alert: ['message', 'thread', 'tried'],
  opening: ['reason', 'objectionReason', 'overruledReason', 'closedReason', 'agreements'],
  crisisMode: ['reason'],
  directAccess: ['reason'],
};

const columnsOf = (kind: ExportKind): Columns => ROW_KINDS[kind];

export function partColumns(kind: ExportKind, nominative: boolean): readonly PartColumn[] {
  const all = Object.entries(columnsOf(kind)).map(([name, { type, nullable }]) => ({ name, type, nullable }));
  if (nominative) return all.filter(({ name }) => !NEVER_EXPORTED[kind]?.includes(name));
  if (kind !== 'candidate') return all.filter(({ name }) => !HIDDEN[kind]?.includes(name));
  const kept: readonly string[] = ['id', ...KEPT_OF_CANDIDATE];
  return kept.flatMap((name) => {
    const found = all.find((column) => column.name === name);
    return found === undefined ? [] : [{ ...found, nullable: name !== 'id' }];
  });
}
