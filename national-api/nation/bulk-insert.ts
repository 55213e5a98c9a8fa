/** Writes many rows of one table; they may come one by one from a generator, so that nobody holds them all. */
import type { Database, LoadedRow, Writer } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { TABLE_SHAPES } from '../database/tables.ts';

/** @example await bulkInsert(database, writer, 'candidate', rows); */
export async function bulkInsert<Name extends keyof Tables>(
  database: Database,
  writer: Writer,
  table: Name,
  rows: Iterable<Tables[Name]>,
): Promise<number> {
  return database.load(writer, table, TABLE_SHAPES[table].columns, rows as Iterable<LoadedRow>);
}
