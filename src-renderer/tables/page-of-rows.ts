/** Filters, sorts, search and counts over a short list that a window holds whole; the same questions as to the engine. Pure. */
import type { TableColumn } from '../../contract/app/table-column.ts';
import type { Facet, TableFilter, TablePage, TableQuery, TableRow, TableSort } from '../../contract/app/table-query.ts';

type Cell = TableRow[string];

/** A list as it came, and whether it came whole. */
export interface RowList {
  readonly revision: number;
  readonly rows: readonly TableRow[];
  readonly complete: boolean;
}

const FRENCH = new Intl.Collator('fr', { numeric: true });

/** @example folded('Élodie') // 'elodie' */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function passes(row: TableRow, filter: TableFilter): boolean {
  const value = row[filter.column] ?? null;
  switch (filter.type) {
    case 'among':
      return filter.values.includes(value);
    case 'flag':
      return (Number(value) === 1) === filter.value;
    case 'contains':
      return folded(String(value ?? '')).includes(folded(filter.text.trim()));
    case 'between':
      if (value === null) return false;
      return (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to);
  }
}

/** Empty values come last, whichever the direction. */
function compare(left: Cell, right: Cell, descending: boolean): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  const order =
    typeof left === 'number' && typeof right === 'number' ? left - right : FRENCH.compare(String(left), String(right));
  return descending ? -order : order;
}

/** As they came where no sort tells them apart. */
export function sorted(rows: readonly TableRow[], sorts: readonly TableSort[]): readonly TableRow[] {
  return [...rows].sort((left, right) => {
    for (const { column, descending } of sorts) {
      const order = compare(left[column] ?? null, right[column] ?? null, descending);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Rows that hold under all filters and contain every word of the search. */
export function found(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  { filters, search }: Pick<TableQuery, 'filters' | 'search'>,
): readonly TableRow[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const texts = columns.filter(({ type }) => type === 'text').map(({ name }) => name);
  return rows.filter((row) => {
    if (!filters.every((filter) => passes(row, filter))) return false;
    const said = folded(texts.map((name) => row[name] ?? '').join(' '));
    return words.every((word) => said.includes(word));
  });
}

export function pageOfRows(list: RowList, columns: readonly TableColumn[], query: TableQuery): TablePage {
  const rows = sorted(found(list.rows, columns, query), query.sorts);
  return {
    revision: list.revision,
    total: rows.length,
    outOf: list.rows.length,
    rows: rows.slice(query.offset, query.offset + query.limit),
    complete: list.complete,
  };
}

/** How many rows each value would leave, most frequent first. */
export function facetOfRows(
  list: RowList,
  columns: readonly TableColumn[],
  column: string,
  asked: Pick<TableQuery, 'filters' | 'search'>,
): Facet {
  const counts = new Map<Cell, number>();
  for (const row of found(list.rows, columns, asked)) {
    const value = row[column] ?? null;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, count }));
  values.sort((left, right) => right.count - left.count || compare(left.value, right.value, false));
  return { revision: list.revision, values };
}
