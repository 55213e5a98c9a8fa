/** Reads the public rows of a kind by their ids, in slices that any database accepts. */
import type { Kysely } from 'kysely';
import { columnNames } from '../../contract/national/rows/column.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import type { Tables } from '../database/tables.ts';

/** A row as the wire carries it: the contract's columns, in their order. */
export type WireRow = Record<string, string | number | null>;

/** Ids in one statement. */
const SLICE = 500;

/** Kysely cannot follow a table name that is a union: every kind is one loose table here. */
type Loose = Kysely<{ row: { id: string } & WireRow }>;

/** Rows that are no longer there are absent from the answer. */
export async function readRows(
  reader: Kysely<Tables>,
  kind: RowKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WireRow>> {
  const rows = new Map<string, WireRow>();
  const columns = [...columnNames(ROW_KINDS[kind])] as 'id'[];
  for (let start = 0; start < ids.length; start += SLICE) {
    const found = await (reader as unknown as Loose)
      .selectFrom(kind as unknown as 'row')
      .select(columns)
      .where('id', 'in', ids.slice(start, start + SLICE))
      .execute();
    for (const row of found) rows.set(row.id, row);
  }
  return rows;
}
