/** Brings decisions back into a base that lost them: from what could be read of a damaged one, and from the copy. */
import type { Connection } from '../open-encrypted.ts';
import type { CopiedRow, CopyRecord } from './decisions-copy.ts';
import { OPEN_STATES } from './outbox-state.ts';

const COMMIT_NUMBER = 'outboxCommit';

/** How many commits of this base changed the outbox: what the copy's lines are compared with. */
export function readCommitNumber(connection: Connection): number {
  const value = connection.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(COMMIT_NUMBER);
  return typeof value === 'string' ? Number(value) : 0;
}

export function writeCommitNumber(connection: Connection, number: number): void {
  connection
    .prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(COMMIT_NUMBER, String(number));
}

/** The rows of these decisions, as they are now. */
export function readCopied(connection: Connection, commandIds: Iterable<string>): CopiedRow[] {
  const read = connection.prepare('SELECT * FROM main.outbox WHERE "commandId" = ?');
  return [...commandIds].map((id) => read.get(id) as CopiedRow | undefined).filter((row) => row !== undefined);
}

const STILL_TOLD = `state IN (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})
  OR (state = 'refused' AND "acknowledgedAt" IS NULL)`;

/** What a person still expects something of: with it a copy begins anew. */
export function readStillTold(connection: Connection): CopiedRow[] {
  return connection.prepare(`SELECT * FROM main.outbox WHERE ${STILL_TOLD} ORDER BY sequence`).all() as CopiedRow[];
}

/** Puts rows of an outbox in their places, whatever was there under the same ids. */
export function putDecisions(connection: Connection, rows: readonly CopiedRow[]): void {
  const columns = connection.pragma('main.table_info(outbox)') as { readonly name: string }[];
  const names = columns.map(({ name }) => name);
  const insert = connection.prepare(
    `INSERT INTO main.outbox (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const remove = connection.prepare('DELETE FROM main.outbox WHERE "commandId" = ? OR sequence = ?');
  // All out before any comes in: one open decision at a time holds within a commit only once the commit is whole.
  for (const row of rows) remove.run(row['commandId'], row['sequence']);
  for (const row of rows) insert.run(...names.map((name) => row[name] ?? null));
}

/**
 * Brings back what the base lost: what its last commits did, when they are gone, and any decision that is not there at
 * all, for none ever leaves an outbox.
 *
 * @param records all that the copy holds
 * @returns how many open decisions came back
 */
export function replayLost(connection: Connection, records: readonly CopyRecord[], personId: string): number {
  const held = readCommitNumber(connection);
  const isHere = connection.prepare('SELECT 1 FROM main.outbox WHERE "commandId" = ?').pluck();
  const newest = new Map<unknown, { readonly number: number; readonly row: CopiedRow }>();
  for (const { number, rows } of records) for (const row of rows) newest.set(row['commandId'], { number, row });
  const lost = [...newest.values()]
    .filter(({ number, row }) => row['personId'] === personId && (number > held || isHere.get(row['commandId']) !== 1))
    .map(({ row }) => row);
  const last = records.reduce((most, { number }) => Math.max(most, number), held);
  if (lost.length === 0 && last === held) return 0;
  connection.transaction(() => {
    putDecisions(connection, lost);
    writeCommitNumber(connection, last);
  })();
  return lost.filter(({ state }) => (OPEN_STATES as readonly unknown[]).includes(state)).length;
}
