/** Any filter, any sort, any page over rows in memory: the plain way, for the windows' double. */
import type { Facet, TableFilter, TablePage, TableQuery, TableRow } from '../../../contract/app/table-query.ts';

type Cell = TableRow[string];

const fold = (text: Cell) =>
  String(text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

function keeps(filter: TableFilter, row: TableRow): boolean {
  const value = row[filter.column] ?? null;
  switch (filter.type) {
    case 'among':
      if (filter.column === 'poolKinds') return filter.values.some((bit) => (Number(value) & Number(bit)) !== 0);
      return filter.values.includes(value);
    case 'flag':
      return (Number(value) === 1) === filter.value;
    case 'contains':
      return fold(value).includes(fold(filter.text));
    case 'between':
      if (value === null) return false;
      return (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to);
  }
}

const PRIORITY_ORDER = ['P1', 'P2', 'P3', 'P4', 'none'];

function compare(left: Cell, right: Cell, column: string): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  if (column === 'priority') return PRIORITY_ORDER.indexOf(String(left)) - PRIORITY_ORDER.indexOf(String(right));
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'fr');
}

export function findRows(rows: readonly TableRow[], query: Pick<TableQuery, 'filters' | 'search'>): TableRow[] {
  const text = fold(query.search);
  return rows.filter(
    (row) =>
      query.filters.every((filter) => keeps(filter, row)) &&
      (text === '' || Object.values(row).some((value) => typeof value === 'string' && fold(value).includes(text))),
  );
}

export function pageOf(rows: readonly TableRow[], query: TableQuery, revision: number): TablePage {
  const found = findRows(rows, query).sort((left, right) => {
    for (const { column, descending } of query.sorts) {
      const order = compare(left[column] ?? null, right[column] ?? null, column);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  const page = found.slice(query.offset, query.offset + query.limit);
  return { revision, total: found.length, outOf: rows.length, rows: page, complete: true };
}

export function facetOf(
  rows: readonly TableRow[],
  column: string,
  query: Pick<TableQuery, 'filters' | 'search'>,
  revision: number,
): Facet {
  const counts = new Map<Cell, number>();
  for (const row of findRows(rows, query)) {
    const value = row[column] ?? null;
    const held = column === 'poolKinds' ? [1, 2, 4, 8, 16, 32].filter((bit) => (Number(value) & bit) !== 0) : [value];
    for (const one of held) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const values = [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count);
  return { revision, values };
}
