import { formulaSafe } from '../../contract/app/formula-safe.ts';
import type { TableRow } from '../../contract/app/table-query.ts';
import type { ColumnView } from './column-view.ts';

/** Rows as a spreadsheet takes them: a line each, a tab between cells, formulas made harmless. */
export function asTsv(columns: readonly ColumnView[], rows: readonly TableRow[]): string {
  const cell = (text: string) => formulaSafe(text).replace(/[\t\r\n]+/g, ' ');
  const lines = rows.map((row) => columns.map(({ name, words }) => cell(words(row[name] ?? null))).join('\t'));
  return [columns.map(({ label }) => cell(label)).join('\t'), ...lines].join('\r\n');
}
