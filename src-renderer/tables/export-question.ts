/** What the engine is asked to write: the table's own question, its columns, and the French words of their codes. */
import type { ExportColumn, ExportQuestion } from '../../contract/app/export-contract.ts';
import type { DeskClient } from '../data/desk-client.ts';
import type { ColumnView } from './column-view.ts';
import type { TableSource } from './table-source.ts';
import type { TableState } from './table-state.ts';
import { queryOf } from './table-state.ts';

const EMPTY = '—';
const MOST_WORDS = 5_000;

/** A cell that the screen leaves to a dash is empty in a file. */
async function wordsOf(
  client: DeskClient,
  source: TableSource,
  column: ColumnView,
  state: TableState,
): Promise<ExportColumn['words']> {
  if (column.exportAs !== 'words') return [];
  if (column.type === 'bits') return setsOf(column);
  const others = state.filters.filter((filter) => filter.column !== column.name);
  const { values } = await source.facet(client, column.name, others, state.search);
  return values
    .map(({ value }): [string | number | null, string] => [value, column.words(value)])
    .filter(([value, words]) => words !== EMPTY && words !== String(value))
    .slice(0, MOST_WORDS);
}

const MOST_SETS = 256;

/** Every set of kinds that a row may have: a facet only names kinds one by one. */
function setsOf(column: ColumnView): ExportColumn['words'] {
  return Array.from({ length: MOST_SETS }, (_, mask): [number, string] => [
    mask,
    column.words(mask) === EMPTY ? '' : column.words(mask),
  ]);
}

/** @param columns those that leave, in the order of the screen @param title names the file */
export async function exportQuestion(
  client: DeskClient,
  source: TableSource,
  columns: readonly ColumnView[],
  state: TableState,
  format: 'csv' | 'xlsx',
  title: string,
): Promise<ExportQuestion> {
  const table = await source.exported(client, { ...queryOf(state), offset: 0, limit: 0 });
  const asked: ExportColumn[] = [];
  for (const column of columns) {
    const { name, exportLabel: label, exportAs: kind } = column;
    asked.push({ name, label, kind, words: await wordsOf(client, source, column, state) });
  }
  return { table, columns: asked, format, fileName: title.slice(0, 100) };
}
