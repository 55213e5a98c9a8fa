/** Embedded SQLite: one machine, the demo, the default. */
import { EventEmitter } from 'node:events';
import BetterSqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Database, Writer } from './database.ts';
import { loadSqlite } from './load-rows.ts';
import type { Tables } from './tables.ts';

/** Below it two connections that checkpoint at once may corrupt the file (TRUST result 11). */
const OLDEST_SAFE = [3, 51, 3] as const;

function assertSafeVersion(version: string): void {
  const found = version.split('.').map(Number);
  for (const [index, wanted] of OLDEST_SAFE.entries()) {
    const part = found[index] ?? 0;
    if (part > wanted) return;
    if (part < wanted) throw new Error(`SQLite ${version} is older than ${OLDEST_SAFE.join('.')}`);
  }
}

function connect(path: string, readonly: boolean): { kysely: Kysely<Tables>; raw: BetterSqlite.Database } {
  const raw = new BetterSqlite(path, { readonly, timeout: 10_000 });
  if (!readonly) raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('cache_size = -65536');
  raw.pragma('temp_store = MEMORY');
  raw.pragma('foreign_keys = ON');
  return { kysely: new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) }), raw };
}

/**
 * Opens (and creates when missing) the database file.
 *
 * @param path a file; the reading side opens it a second time, so `:memory:` is refused.
 */
export function openSqlite(path: string): Database {
  if (path === ':memory:') throw new Error('The service needs a file: it opens it twice.');
  const writing = connect(path, false);
  assertSafeVersion(String(writing.raw.prepare('SELECT sqlite_version() AS version').pluck().get()));
  const reading = connect(path, true);
  const news = new EventEmitter();
  news.setMaxListeners(0);
  const heads = new WeakMap<object, number>();

  return {
    dialect: 'sqlite',
    write: writing.kysely,
    read: reading.kysely,
    async transaction(work) {
      let head: number | undefined;
      const result = await writing.kysely.transaction().execute(async (writer) => {
        // A write first: the lock is taken now, not at the first effect, so that what is read stays true.
        await sql`UPDATE "feedHead" SET "number" = "number" WHERE "id" = 1`.execute(writer);
        const value = await work(writer);
        head = heads.get(writer);
        return value;
      });
      if (head !== undefined) news.emit('news', head);
      return result;
    },
    snapshot: (work) => reading.kysely.transaction().execute(work),
    async lockSubjects() {},
    async lockFeed() {},
    async load(_writer, table, columns, rows) {
      return loadSqlite(writing.raw, table, columns, rows);
    },
    async announce(writer: Writer, head: number) {
      heads.set(writer, head);
    },
    onNews(listener) {
      news.on('news', listener);
      return () => news.off('news', listener);
    },
    async stir(agencies) {
      news.emit('stir', agencies);
    },
    onStir(listener) {
      news.on('stir', listener);
      return () => news.off('stir', listener);
    },
    async close() {
      await writing.kysely.destroy();
      await reading.kysely.destroy();
    },
  };
}
