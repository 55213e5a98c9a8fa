/** What is done to a base before anybody reads it: whose it is, what it lost, what was left half-way. */
import type { Log } from '../diagnostics/log.ts';
import { SILENT_LOG } from '../diagnostics/log.ts';
import type { Connection } from './open-encrypted.ts';
import { copyPathOf, readDecisionsCopy } from './outbox/decisions-copy.ts';
import { putDecisions, replayLost, writeCommitNumber } from './outbox/restore-decisions.ts';
import type { Salvage } from './salvage-outbox.ts';
import { StoreFault } from './store-fault.ts';

interface LostFrom {
  readonly path: string;
  readonly key: Uint8Array;
  readonly personId: string;
  /** What could be read of the base that this one replaces. */
  readonly salvage?: Salvage;
  readonly log?: Log;
}

const readOwner = (connection: Connection): unknown =>
  connection.prepare(`SELECT value FROM meta WHERE name = 'person'`).pluck().get();

/** @throws StoreFault 'other-person' */
export function requireOwner(connection: Connection, personId: string): void {
  if (readOwner(connection) !== JSON.stringify(personId)) throw new StoreFault('other-person');
}

/** Makes a new base its person's. @throws StoreFault 'other-person' */
export function claim(connection: Connection, personId: string): void {
  if (readOwner(connection) === undefined)
    connection.prepare(`INSERT INTO meta (name, value) VALUES ('person', ?)`).run(JSON.stringify(personId));
  requireOwner(connection, personId);
}

/** A decision that was being sent when the application ended may or may not have arrived: it is presented again. */
export function restoreSending(connection: Connection): void {
  connection.prepare(`UPDATE outbox SET state = 'pending', "maybeJudged" = 1 WHERE state = 'sending'`).run();
}

function putSalvage(connection: Connection, { number, rows, views }: Salvage): void {
  connection.transaction(() => {
    putDecisions(connection, rows);
    writeCommitNumber(connection, number);
    const save = connection.prepare(
      `INSERT OR IGNORE INTO "savedView" (id, window, name, definition, position) VALUES (?, ?, ?, ?, ?)`,
    );
    for (const view of views) save.run(view['id'], view['window'], view['name'], view['definition'], view['position']);
  })();
}

/** Brings back what the file lost. @returns how many open decisions */
export function restoreLost(
  connection: Connection,
  { path, key, personId, salvage, log = SILENT_LOG }: LostFrom,
): number {
  if (salvage !== undefined) putSalvage(connection, salvage);
  if (path === ':memory:') return 0;
  const { records, unreadable } = readDecisionsCopy(copyPathOf(path), key);
  const restored = replayLost(connection, records, personId);
  if (restored > 0 || unreadable > 0) log('store.decisions-restored', { restored, unreadable });
  return restored;
}
