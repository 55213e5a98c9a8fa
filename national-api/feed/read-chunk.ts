/**
 * The rows of a kind that a scope shows, column by column, in the order of their ids. Each read is short and stands
 * alone: nothing is held between two of them, however slow the reader (a row that changes meanwhile gets a number
 * beyond the transfer's, and the feed tells it).
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { columnNames } from '../../contract/national/rows/column.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { CallerScope } from './caller-scope.ts';
import type { WireRow } from './read-rows.ts';
import type { ScopeDefinition } from './scope-definition.ts';
import { visibleInFeed } from './visible-in-feed.ts';

/** Rows of a chunk on the wire. */
export const CHUNK_ROWS = 2000;
/** Rows of one read: the event loop answers others in between. */
const READ_ROWS = 500;

export interface Chunk {
  readonly kind: RowKind;
  readonly columns: readonly string[];
  readonly numbers: readonly number[];
  /** One list per column, as long as `numbers`. */
  readonly values: readonly (readonly (string | number | null)[])[];
  /** The last id, to go on from. */
  readonly beyond: string;
}

/** Kysely cannot follow a table name that is a union: every kind stands as "mission" here. */
type AsMission = Kysely<Pick<Tables, 'feed' | 'mission'>>;

async function readSome(
  reader: Kysely<Tables>,
  kind: RowKind,
  scope: CallerScope,
  definition: ScopeDefinition,
  beyond: string,
): Promise<(WireRow & { feedNumber: number })[]> {
  const table = kind as 'mission';
  const columns = columnNames(ROW_KINDS[kind]).map((name) => `${table}.${name}` as 'mission.id');
  const rows = await (reader as unknown as AsMission)
    .selectFrom('feed')
    .innerJoin(table, `${table}.id`, 'feed.id')
    .where('feed.kind', '=', kind)
    .where('feed.id', '>', beyond)
    // Said of both sides: otherwise PostgreSQL's merge join walks the rows' table from its start for every read.
    .where(`${table}.id`, '>', beyond)
    .where((builder) => visibleInFeed(builder as never, scope, kind === 'candidate' ? definition : []))
    .select([...columns, 'feed.number as feedNumber'])
    .orderBy('feed.id')
    .limit(READ_ROWS)
    .execute();
  return rows as unknown as (WireRow & { feedNumber: number })[];
}

/** The next chunk of a kind beyond an id, or null when there is none. */
export async function readChunk(
  database: Database,
  kind: RowKind,
  scope: CallerScope,
  definition: ScopeDefinition,
  beyond: string,
): Promise<Chunk | null> {
  const columns = columnNames(ROW_KINDS[kind]);
  const numbers: number[] = [];
  const values: (string | number | null)[][] = columns.map(() => []);
  let last = beyond;
  while (numbers.length < CHUNK_ROWS) {
    const rows = await readSome(database.read, kind, scope, definition, last);
    for (const row of rows) numbers.push(row.feedNumber);
    for (const [index, name] of columns.entries()) {
      const column = values[index];
      for (const row of rows) column?.push(row[name] ?? null);
    }
    last = (rows.at(-1)?.['id'] as string | undefined) ?? last;
    await nextTurn();
    if (rows.length < READ_ROWS) break;
  }
  return numbers.length === 0 ? null : { kind, columns, numbers, values, beyond: last };
}

/** How many rows of each kind the scope shows now: for progress, not for proof. */
export async function countRows(
  database: Database,
  scope: CallerScope,
  definition: ScopeDefinition,
): Promise<Readonly<Record<string, number>>> {
  const rows = await database.read
    .selectFrom('feed')
    .where((builder) => visibleInFeed(builder, scope, definition))
    .select((builder) => ['kind', builder.fn.countAll<number>().as('rows')])
    .groupBy('kind')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.kind, Number(row.rows)]));
}
