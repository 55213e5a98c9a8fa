/**
 * Reads what can still be read of a damaged base: the outbox, one row after the other, and the saved views. Each page of
 * the file is authenticated by itself, so a rotten one hides its own rows and no other (TRUST R08, S52).
 */
import type { Connection } from './open-encrypted.ts';
import { openEncrypted } from './open-encrypted.ts';
import type { CopiedRow } from './outbox/decisions-copy.ts';
import { readCommitNumber } from './outbox/restore-decisions.ts';

export interface Salvage {
  /** The base's own count of the commits that changed its outbox, as far as it can be read. */
  readonly number: number;
  readonly rows: readonly CopiedRow[];
  /** Places of the outbox where a decision is and cannot be read; null when not even that can be told. */
  readonly unreadable: readonly number[] | null;
  readonly views: readonly CopiedRow[];
}

export const NOTHING_SALVAGED: Salvage = { number: 0, rows: [], unreadable: null, views: [] };

/** What a reading gives until it fails. */
function until<Row>(read: () => Iterable<Row>): Row[] {
  const rows: Row[] = [];
  try {
    for (const row of read()) rows.push(row);
  } catch {
    // What comes after the rotten page is looked for otherwise.
  }
  return rows;
}

/** Every place where a decision is or was, by each way that leads there: an index may be whole where the table is not. */
function placesOf(connection: Connection): { readonly last: number; readonly seen: ReadonlySet<number> } | null {
  const ask = (sql: string) => until(() => connection.prepare(sql).pluck().iterate() as Iterable<number>);
  const seen = [
    ...ask('SELECT sequence FROM outbox INDEXED BY "outboxByState"'),
    ...ask('SELECT sequence FROM outbox INDEXED BY "outboxBySubject"'),
    ...ask('SELECT sequence FROM outbox NOT INDEXED'),
    ...ask('SELECT sequence FROM outbox NOT INDEXED ORDER BY sequence DESC'),
  ];
  const counted = ask(`SELECT seq FROM sqlite_sequence WHERE name = 'outbox'`);
  if (seen.length === 0 && counted.length === 0) return null;
  return { last: [...seen, ...counted].reduce((most, place) => Math.max(most, place), 0), seen: new Set(seen) };
}

function readRows(connection: Connection): Pick<Salvage, 'rows' | 'unreadable'> {
  const places = placesOf(connection);
  if (places === null) return { rows: [], unreadable: null };
  const read = connection.prepare('SELECT * FROM outbox NOT INDEXED WHERE sequence = ?');
  const rows: CopiedRow[] = [];
  const unreadable: number[] = [];
  for (let place = 1; place <= places.last; place += 1) {
    const [row] = until(() => [read.get(place) as CopiedRow | undefined]);
    if (row !== undefined) rows.push(row);
    else if (places.seen.has(place) || fails(() => read.get(place))) unreadable.push(place);
  }
  return { rows, unreadable };
}

function fails(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

/**
 * @param path a copy of the damaged base, that may be changed by reading it
 * @returns nothing at all when its first page is gone, or when the key is not the right one
 */
export function salvageOutbox(path: string, key: Uint8Array): Salvage {
  let connection: Connection;
  try {
    connection = openEncrypted(path, key);
  } catch {
    return NOTHING_SALVAGED;
  }
  try {
    const [number = 0] = until(() => [readCommitNumber(connection)]);
    const views = until(() => connection.prepare('SELECT * FROM "savedView"').iterate() as Iterable<CopiedRow>);
    return { number, views, ...readRows(connection) };
  } catch {
    return NOTHING_SALVAGED;
  } finally {
    fails(() => connection.close());
  }
}
