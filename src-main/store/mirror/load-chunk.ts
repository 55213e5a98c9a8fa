/**
 * Bulk load of the first transfer: positional prepared statements, one transaction a chunk, secondary indexes made
 * after the load, one a turn (PERFORMANCE §2a, §2c).
 */
import { MIRROR_INDEXES } from '../../../contract/national/rows/row-ddl.ts';
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../../contract/national/rows/row-kinds.ts';
import type { Store, Transaction } from '../store.ts';
import type { MirrorValue } from './apply-entries.ts';
import { touchWishesAbout } from './apply-entries.ts';

export interface Chunk {
  readonly kind: RowKind;
  readonly columns: readonly string[];
  /** Feed number of each row. */
  readonly numbers: readonly number[];
  /** One list per column, as long as `numbers`. */
  readonly values: readonly (readonly MirrorValue[])[];
}

/** A chunk that does not fit its table: the transfer is not what it says. */
export class ChunkMismatch extends Error {}

function requireFit({ kind, columns, numbers, values }: Chunk): void {
  const wanted = Object.keys(ROW_KINDS[kind]);
  const sameColumns = columns.length === wanted.length && columns.every((name, index) => name === wanted[index]);
  if (!sameColumns) throw new ChunkMismatch(`The columns of ${kind} are not those of this version`);
  if (values.length !== columns.length || values.some((column) => column.length !== numbers.length)) {
    throw new ChunkMismatch(`A chunk of ${kind} is not rectangular`);
  }
}

/** Writes a chunk's rows; one that the mirror already holds newer (a verdict came meanwhile) stays. */
export function loadChunk(transaction: Transaction, chunk: Chunk): void {
  requireFit(chunk);
  const { kind, columns, numbers, values } = chunk;
  const names = columns.map((name) => `"${name}"`);
  const sets = columns.filter((name) => name !== 'id').map((name) => `"${name}" = excluded."${name}"`);
  const sql = `INSERT INTO main."${kind}" ("feedNumber", ${names.join(', ')})
    VALUES (?, ${columns.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET "feedNumber" = excluded."feedNumber", ${sets.join(', ')}
    WHERE excluded."feedNumber" > "feedNumber"`;
  const insert = transaction.statements.preparedRun(sql);
  const row: MirrorValue[] = new Array(columns.length + 1);
  for (const [index, number] of numbers.entries()) {
    row[0] = number;
    for (let column = 0; column < values.length; column += 1) row[column + 1] = values[column]?.[index] ?? null;
    insert(row);
  }
  transaction.touched.everyRow(kind);
  touchWishesAbout(transaction, kind, null);
}

function nameOf(statement: string): string {
  return /CREATE INDEX "(\w+)"/.exec(statement)?.[1] ?? '';
}

/** The indexes that the mirror still lacks, each to be made by `makeIndex` in a turn of its own. */
export function missingIndexes(store: Store): readonly string[] {
  const known = new Set(
    store.statements
      .rows<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'index'`)
      .map(({ name }) => name),
  );
  return MIRROR_INDEXES.filter((statement) => !known.has(nameOf(statement)));
}

export function makeIndex(store: Store, statement: string): void {
  store.transaction('mirror', ({ statements }) => {
    statements.run(statement);
  });
}
