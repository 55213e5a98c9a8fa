import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../../contract/app/table-column.ts';
import type { TableQuery } from '../../contract/app/table-query.ts';
import { facetOfRows, pageOfRows } from './page-of-rows.ts';

const COLUMNS: readonly TableColumn[] = [
  { name: 'person', type: 'text' },
  { name: 'level', type: 'category', nullable: true },
  { name: 'hours', type: 'number', nullable: true },
  { name: 'waits', type: 'flag' },
];
const LIST = {
  revision: 7,
  complete: true,
  rows: [
    { id: 'a', person: 'Élodie Fictive', level: 'blocked', hours: 50, waits: 0 },
    { id: 'b', person: 'Zoé Inventée', level: 'reminder', hours: 30, waits: 1 },
    { id: 'c', person: 'Émile Imaginaire', level: 'blocked', hours: null, waits: 0 },
    { id: 'd', person: 'Eve Supposée', level: null, hours: 3, waits: 0 },
  ],
};
const ALL: TableQuery = { filters: [], search: '', sorts: [], offset: 0, limit: 200 };
const idsOf = (query: Partial<TableQuery>) => pageOfRows(LIST, COLUMNS, { ...ALL, ...query }).rows.map(({ id }) => id);

describe('pageOfRows', () => {
  it.each([
    ['among', { type: 'among' as const, column: 'level', values: ['blocked'] }, ['a', 'c']],
    ['empty among', { type: 'among' as const, column: 'level', values: [null] }, ['d']],
    ['between', { type: 'between' as const, column: 'hours', from: 10, to: 40 }, ['b']],
    ['from only', { type: 'between' as const, column: 'hours', from: 30, to: null }, ['a', 'b']],
    ['flag', { type: 'flag' as const, column: 'waits', value: true }, ['b']],
    ['contains, accents folded', { type: 'contains' as const, column: 'person', text: 'elod' }, ['a']],
  ])('D1 filters: %s', (_name, filter, ids) => {
    expect(idsOf({ filters: [filter] })).toEqual(ids);
  });

  it('puts empty values last in both directions', () => {
    expect(idsOf({ sorts: [{ column: 'hours', descending: false }] })).toEqual(['d', 'b', 'a', 'c']);
    expect(idsOf({ sorts: [{ column: 'hours', descending: true }] })).toEqual(['a', 'b', 'd', 'c']);
  });

  it('sorts by several columns, text in French order', () => {
    const sorts = [
      { column: 'level', descending: false },
      { column: 'person', descending: true },
    ];
    expect(idsOf({ sorts })).toEqual(['c', 'a', 'b', 'd']);
  });

  it('searches every word in the texts, and tells how many there are without filters', () => {
    expect(idsOf({ search: 'fictive ELODIE' })).toEqual(['a']);
    const page = pageOfRows(LIST, COLUMNS, { ...ALL, search: 'e', offset: 1, limit: 2 });
    expect([page.total, page.outOf, page.rows.length, page.revision]).toEqual([4, 4, 2, 7]);
  });
});

describe('facetOfRows', () => {
  it('counts each value under the other filters, most frequent first', () => {
    const asked = { filters: [], search: '' };
    expect(facetOfRows(LIST, COLUMNS, 'level', asked).values).toEqual([
      { value: 'blocked', count: 2 },
      { value: 'reminder', count: 1 },
      { value: null, count: 1 },
    ]);
  });
});
