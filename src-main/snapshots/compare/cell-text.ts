import type { AnyRow } from '../content/hide-row.ts';

/** What a cell says; null when it says nothing. */
export function cellText(row: AnyRow, name: string): string | null {
  const value = row[name] ?? null;
  return value === null || value === '' ? null : String(value);
}
