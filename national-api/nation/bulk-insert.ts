/**
 * Writes many rows of one table: positional values bound many rows at a time on SQLite, one array a column on PostgreSQL
 * (its statements have a limited number of parameters, arrays have none).
 */
import { CompiledQuery } from 'kysely';
import type { Column } from '../../contract/national/rows/column.ts';
import type { Database, Writer } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { TABLE_SHAPES } from './table-columns.ts';

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

/** SQLite binds at most 32,766 values a statement; beyond some thousands nothing is gained. */
const SQLITE_VALUES = 8_000;
const POSTGRES_ROWS = 5_000;
const POSTGRES_TYPES: Readonly<Record<Column['type'], string>> = {
  text: 'text',
  integer: 'bigint',
  real: 'double precision',
  flag: 'smallint',
};

const quoted = (name: string): string => `"${name}"`;

async function insertSqlite(writer: Writer, table: keyof Tables, names: readonly string[], rows: readonly Row[]) {
  const most = Math.max(1, Math.floor(SQLITE_VALUES / names.length));
  const line = `(${names.map(() => '?').join(',')})`;
  const statement = (count: number) =>
    `INSERT INTO ${quoted(table)} (${names.map(quoted).join(',')}) VALUES ${Array(count).fill(line).join(',')}`;
  const whole = statement(most);
  for (let start = 0; start < rows.length; start += most) {
    const slice = rows.slice(start, start + most);
    const values: Cell[] = [];
    for (const row of slice) for (const name of names) values.push(row[name] ?? null);
    await writer.executeQuery(CompiledQuery.raw(slice.length === most ? whole : statement(slice.length), values));
  }
}

async function insertPostgres(writer: Writer, table: keyof Tables, names: readonly string[], rows: readonly Row[]) {
  const { columns } = TABLE_SHAPES[table];
  const arrays = names.map((name, index) => `$${index + 1}::${POSTGRES_TYPES[columns[name]?.type ?? 'text']}[]`);
  const statement = `INSERT INTO ${quoted(table)} (${names.map(quoted).join(',')}) SELECT * FROM unnest(${arrays.join(',')})`;
  for (let start = 0; start < rows.length; start += POSTGRES_ROWS) {
    const slice = rows.slice(start, start + POSTGRES_ROWS);
    const values = names.map((name) => slice.map((row) => row[name] ?? null));
    await writer.executeQuery(CompiledQuery.raw(statement, values));
  }
}

/** @example await bulkInsert(writer, 'sqlite', 'candidate', rows); */
export async function bulkInsert<Name extends keyof Tables>(
  writer: Writer,
  dialect: Database['dialect'],
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(TABLE_SHAPES[table].columns);
  const loose = rows as unknown as readonly Row[];
  await (dialect === 'sqlite' ? insertSqlite : insertPostgres)(writer, table, names, loose);
}
