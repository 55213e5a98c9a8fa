import type { Columns } from '../../contract/national/rows/column.ts';

/** A row of these columns with nothing in it: null where null may be, else '' or 0. */
export function blankRow(columns: Columns): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { type, nullable }]) => [name, nullable ? null : type === 'text' ? '' : 0]),
  );
}
