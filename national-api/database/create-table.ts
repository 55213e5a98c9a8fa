/** Makes a table from columns in either dialect: STRICT in SQLite, byte-ordered text in PostgreSQL. */
import { sql } from 'kysely';
import type { Columns } from '../../contract/national/rows/column.ts';
import type { Database, Writer } from './database.ts';

const TYPES = {
  sqlite: { text: 'TEXT', integer: 'INTEGER', real: 'REAL', flag: 'INTEGER' },
  // COLLATE "C": keyset pages, digests and locks order ids by bytes, as SQLite does.
  postgres: { text: 'text COLLATE "C"', integer: 'bigint', real: 'double precision', flag: 'smallint' },
} as const;

/** `primaryKey` lists columns; every other constraint is an index of its own, made by the migration. */
export async function createTable(
  writer: Writer,
  dialect: Database['dialect'],
  name: string,
  columns: Columns,
  primaryKey: readonly string[],
): Promise<void> {
  const definitions = Object.entries(columns).map(
    ([column, { type, nullable }]) => `"${column}" ${TYPES[dialect][type]}${nullable ? '' : ' NOT NULL'}`,
  );
  const key = `PRIMARY KEY (${primaryKey.map((column) => `"${column}"`).join(', ')})`;
  await sql
    .raw(`CREATE TABLE "${name}" (${definitions.join(', ')}, ${key})${dialect === 'sqlite' ? ' STRICT' : ''}`)
    .execute(writer);
}
