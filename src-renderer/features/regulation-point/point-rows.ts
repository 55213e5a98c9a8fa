/** The regulation point as rows of a table, totals and bars. Pure. */
import type { PointRow } from '../../../contract/app/snapshot-contract.ts';
import type { TableColumn } from '../../../contract/app/table-column.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';

export const POINT_TABLE_COLUMNS = [
  { name: 'departement', type: 'category' },
  { name: 'profession', type: 'category' },
  { name: 'missions', type: 'number' },
  { name: 'posts', type: 'number' },
  { name: 'filled', type: 'number' },
  { name: 'remaining', type: 'number' },
  { name: 'urgent', type: 'number' },
  { name: 'people', type: 'number' },
  { name: 'free', type: 'number' },
  { name: 'proposed', type: 'number' },
  { name: 'contacted', type: 'number' },
  { name: 'assigned', type: 'number' },
  { name: 'agency', type: 'category', nullable: true },
] as const satisfies readonly TableColumn[];
export type PointColumn = (typeof POINT_TABLE_COLUMNS)[number]['name'];

type Figure = Exclude<keyof PointRow, 'agency' | 'departement' | 'profession'>;
export type PointTotals = Readonly<Record<Figure, number>>;

const FIGURES: readonly Figure[] = [
  'missions',
  'posts',
  'filled',
  'remaining',
  'urgent',
  'people',
  'free',
  'proposed',
  'contacted',
  'assigned',
];

export function pointRow(row: PointRow): TableRow {
  return { id: `${row.agency} ${row.departement} ${row.profession}`, ...row };
}

export function totalsOf(rows: readonly PointRow[]): PointTotals {
  return Object.fromEntries(FIGURES.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as Record<
    Figure,
    number
  >;
}

export interface Bar {
  readonly key: string;
  readonly remaining: number;
  readonly free: number;
}

/** Where most is missing first; at most so many. */
export function barsBy(rows: readonly PointRow[], name: 'profession' | 'departement', most: number): readonly Bar[] {
  const bars = new Map<string, { key: string; remaining: number; free: number }>();
  for (const row of rows) {
    const key = row[name];
    const bar = bars.get(key) ?? { key, remaining: 0, free: 0 };
    bars.set(key, bar);
    bar.remaining += row.remaining;
    bar.free += row.free;
  }
  return [...bars.values()]
    .filter(({ remaining }) => remaining > 0)
    .sort((left, right) => right.remaining - left.remaining || (left.key < right.key ? -1 : 1))
    .slice(0, most);
}
