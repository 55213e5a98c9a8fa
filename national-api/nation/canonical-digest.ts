/**
 * The digest of a whole base: every table in a fixed order, rows in the order of their key, one line of canonical JSON a
 * row, SHA-256. Equal on SQLite and PostgreSQL when they hold the same rows.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { CompiledQuery } from 'kysely';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { TABLE_NAMES, TABLE_SHAPES } from '../database/tables.ts';

const PAGE = 5_000;

/** Pages by key: a table is never held whole. Both databases order text by bytes here. */
async function* rowsOf(
  reader: Kysely<Tables>,
  dialect: Database['dialect'],
  table: keyof Tables,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const { columns, key } = TABLE_SHAPES[table];
  const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(',');
  const mark = (index: number) => (dialect === 'sqlite' ? '?' : `$${index + 1}`);
  let last: Readonly<Record<string, unknown>> | undefined;
  for (;;) {
    const after = last === undefined ? '' : `WHERE (${list(key)}) > (${key.map((_, index) => mark(index)).join(',')})`;
    const from = last;
    const page = await reader.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw(
        `SELECT ${list(Object.keys(columns))} FROM "${table}" ${after} ORDER BY ${list(key)} LIMIT ${PAGE}`,
        from === undefined ? [] : key.map((name) => from[name]),
      ),
    );
    yield* page.rows;
    last = page.rows.at(-1);
    if (page.rows.length < PAGE) return;
  }
}

/**
 * @param except tables to leave out, for instance `oidcPayload` where sessions come and go
 * @returns 64 hexadecimal digits
 */
export async function canonicalDigest(database: Database, except: readonly (keyof Tables)[] = []): Promise<string> {
  return database.snapshot(async (reader) => {
    const hash = createHash('sha256');
    for (const table of TABLE_NAMES.filter((name) => !except.includes(name))) {
      hash.update(`${table}\n`);
      for await (const row of rowsOf(reader, database.dialect, table)) hash.update(`${canonicalJson(row)}\n`);
    }
    return hash.digest('hex');
  });
}
