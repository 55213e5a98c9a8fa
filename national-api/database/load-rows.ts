/** Writes many rows of one table as quickly as each database can: a large load must not pay for a query builder. */
import type BetterSqlite from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import type { Column, Columns } from '../../contract/national/rows/column.ts';
import type { LoadedRow, Writer } from './database.ts';

/** Rows sent in one statement to PostgreSQL. */
const POSTGRES_ROWS = 5_000;
const POSTGRES_TYPES: Readonly<Record<Column['type'], string>> = {
  text: 'text',
  integer: 'bigint',
  real: 'double precision',
  flag: 'smallint',
};

const quoted = (name: string): string => `"${name}"`;
const target = (table: string, names: readonly string[]): string =>
  `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')})`;

/** One prepared statement, run once a row: a statement made for many rows costs more to prepare than it saves. */
export function loadSqlite(
  raw: BetterSqlite.Database,
  table: string,
  columns: Columns,
  rows: Iterable<LoadedRow>,
): number {
  const names = Object.keys(columns);
  const statement = raw.prepare(`${target(table, names)} VALUES (${names.map(() => '?').join(', ')})`);
  let count = 0;
  for (const row of rows) {
    statement.run(names.map((name) => row[name] ?? null));
    count += 1;
  }
  return count;
}

/** One array a column: a statement has a limited number of parameters, an array has none. */
export async function loadPostgres(
  writer: Writer,
  table: string,
  columns: Columns,
  rows: Iterable<LoadedRow>,
): Promise<number> {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map(({ type }, index) => `$${index + 1}::${POSTGRES_TYPES[type]}[]`);
  const statement = `${target(table, names)} SELECT * FROM unnest(${arrays.join(', ')})`;
  let count = 0;
  let slice: LoadedRow[] = [];
  const flush = async (): Promise<void> => {
    const values = names.map((name) => slice.map((row) => row[name] ?? null));
    await writer.executeQuery(CompiledQuery.raw(statement, values));
    count += slice.length;
    slice = [];
  };
  for (const row of rows) {
    slice.push(row);
    if (slice.length === POSTGRES_ROWS) await flush();
  }
  if (slice.length > 0) await flush();
  return count;
}
