/** PostgreSQL: several stateless instances share it; LISTEN/NOTIFY only wakes them (ARCHITECTURE §6). */
import { EventEmitter } from 'node:events';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database, Writer } from './database.ts';
import { loadPostgres } from './load-rows.ts';
import type { Tables } from './tables.ts';

const NEWS_CHANNEL = 'renfort_news';
const STIR_CHANNEL = 'renfort_stir';
/** Any fixed number: the one advisory lock that serialises the giving of feed numbers. */
const FEED_LOCK = 7_253_001;

/** int8 (feed numbers, counts) fits a double for every nation there will be. */
const INT8_OID = 20;

function numberTypes(): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === INT8_OID
        ? Number
        : format === 'binary'
          ? pg.types.getTypeParser(oid, 'binary')
          : pg.types.getTypeParser(oid, 'text')) as pg.CustomTypesConfig['getTypeParser'],
  };
}

/** Opens a PostgreSQL database by URL and starts listening for the other instances' news. */
export async function openPostgres(url: string, options: { connections?: number } = {}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    types: numberTypes(),
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that the server drops is not a crash of ours: the next query asks for another.
  pool.on('error', () => {});
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const news = new EventEmitter();
  news.setMaxListeners(0);
  const listening = new pg.Client({ connectionString: url });
  listening.on('error', () => {});
  listening.on('notification', ({ channel, payload = '' }) => {
    if (channel === STIR_CHANNEL) news.emit('stir', payload.split(',').map(Number));
    else news.emit('news', Number(payload));
  });
  await listening.connect();
  await listening.query(`LISTEN ${NEWS_CHANNEL}`);
  await listening.query(`LISTEN ${STIR_CHANNEL}`);

  return {
    dialect: 'postgres',
    write: kysely,
    read: kysely,
    transaction: (work) => kysely.transaction().setIsolationLevel('read committed').execute(work),
    snapshot: (work) =>
      kysely.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    async lockSubjects(writer: Writer, keys) {
      if (keys.length === 0) return;
      // The subquery sorts before the locks are taken: everybody takes them in the same order.
      await sql`SELECT pg_advisory_xact_lock("hash") FROM (
        SELECT DISTINCT hashtextextended("key", 0) AS "hash" FROM unnest(${[...keys]}::text[]) AS "wanted"("key") ORDER BY 1
      ) AS "ordered"`.execute(writer);
    },
    async lockFeed(writer: Writer) {
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(FEED_LOCK)})`.execute(writer);
    },
    load: loadPostgres,
    async announce(writer: Writer, head: number) {
      await sql`SELECT pg_notify(${NEWS_CHANNEL}, ${String(head)})`.execute(writer);
    },
    onNews(listener) {
      news.on('news', listener);
      return () => news.off('news', listener);
    },
    async stir(agencies) {
      await sql`SELECT pg_notify(${STIR_CHANNEL}, ${agencies.join(',')})`.execute(kysely);
    },
    onStir(listener) {
      news.on('stir', listener);
      return () => news.off('stir', listener);
    },
    async close() {
      await listening.end();
      await kysely.destroy();
    },
  };
}
