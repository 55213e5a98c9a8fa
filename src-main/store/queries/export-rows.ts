/** Rows of one instant as screens show them, for an export: in slices, so that a reader may give way between two. */
import type { Instant } from '../open-instant.ts';

const SLICE = 400;

/** Where each kind is read: the view that joins truth and intent where there is one. */
const SOURCES = {
  mission: '"missionView"',
  establishment: 'main.establishment',
  candidate: '"candidateView"',
  proposal: '"proposalView"',
  alert: '"alertView"',
  crisisMode: '"crisisView"',
  directAccess: '"directAccessView"',
  opening: 'main.opening',
  pool: 'main.pool',
} as const;
export type ExportedKind = keyof typeof SOURCES;

export type ExportedRow = Readonly<Record<string, string | number | null>>;

/** Every row of a kind, in the order of its identifiers. @example for (const row of readExportRows(instant, 'mission')) … */
export function* readExportRows({ statements }: Instant, kind: ExportedKind): Generator<ExportedRow> {
  const sql = `SELECT * FROM ${SOURCES[kind]} WHERE id > ? ORDER BY id LIMIT ${SLICE}`;
  for (let beyond = ''; ; ) {
    const rows = statements.rows<ExportedRow & { id: string }>(sql, beyond);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < SLICE) return;
    beyond = last.id;
  }
}

export function countRows(
  { statements }: Pick<Instant, 'statements'>,
  kind: 'mission' | 'candidate' | 'proposal',
): number {
  return statements.rows<{ count: number }>(`SELECT count(*) AS count FROM main."${kind}"`)[0]?.count ?? 0;
}

/** Decisions taken on this workstation, oldest first: the acts that their author may read of the journal. */
export function readOwnActs({ statements }: Instant): ExportedRow[] {
  return statements.rows(
    `SELECT sequence AS number, "decidedAt" AS at, kind, subject AS "subjectId", fact AS "subjectKind", title, state, message
     FROM main.outbox ORDER BY sequence`,
  );
}
