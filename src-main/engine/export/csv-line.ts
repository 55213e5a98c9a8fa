/** One line of a CSV file as a French spreadsheet opens it: semicolons, decimal commas, RFC 4180 quotes, no formula (S27). */
import { formulaSafe } from '../../../contract/app/formula-safe.ts';
import type { ExportCell } from './export-cell.ts';

/** So that a spreadsheet reads UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

function fieldOf(cell: ExportCell): string {
  if (cell === null) return '';
  if (cell.type === 'number') return String(cell.number).replace('.', ',');
  if (cell.type === 'day') return cell.day.split('-').reverse().join('/');
  const safe = formulaSafe(cell.text);
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @example csvLine([{ type: 'text', text: 'Metz' }, { type: 'number', number: 1.5 }]) // 'Metz;1,5\r\n' */
export function csvLine(cells: readonly ExportCell[]): string {
  return `${cells.map(fieldOf).join(';')}\r\n`;
}
