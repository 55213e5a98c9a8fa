/**
 * The rows that the engine's image is made of, from the views that join truth and intent. Read in slices, so that a
 * reader may pause between two rows without holding the base.
 */
import type { Store } from '../store.ts';
import type { CandidateViewRow, MissionViewRow } from '../views/view-rows.ts';

/** Small enough that no question waits for a slice longer than a frame or two. */
const SLICE = 1000;

type ViewName = 'missionView' | 'candidateView';
interface WithRowid {
  rowid: number;
}

function* everyRow<Row>(store: Store, view: ViewName): Generator<Row> {
  for (let beyond = -1; ; ) {
    const rows = store.statements.rows<Row & WithRowid>(
      `SELECT * FROM "${view}" WHERE rowid > ? ORDER BY rowid LIMIT ${SLICE}`,
      beyond,
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < SLICE) return;
    beyond = last.rowid;
  }
}

function* someRows<Row>(store: Store, view: ViewName, ids: readonly string[]): Generator<Row> {
  for (let start = 0; start < ids.length; start += SLICE) {
    yield* store.statements.rows<Row>(
      `SELECT * FROM "${view}" WHERE id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids.slice(start, start + SLICE)),
    );
  }
}

/** At least as many as the table has rows, known without reading it: rows gone leave their number unused. */
export function mostRows({ statements }: Store, kind: 'mission' | 'candidate'): number {
  const [found] = statements.rows<{ most: number | null }>(`SELECT max(rowid) AS most FROM main."${kind}"`);
  return found?.most ?? 0;
}

/** Missions as screens show them; ids that are gone are absent. @example [...readMissionView(store, ['m-1'])] */
export function readMissionView(store: Store, ids?: readonly string[]): Iterable<MissionViewRow & WithRowid> {
  return ids === undefined ? everyRow(store, 'missionView') : someRows(store, 'missionView', ids);
}

/** Volunteers as screens show them; ids that are gone are absent. */
export function readCandidateView(store: Store, ids?: readonly string[]): Iterable<CandidateViewRow & WithRowid> {
  return ids === undefined ? everyRow(store, 'candidateView') : someRows(store, 'candidateView', ids);
}
