import { describe, expect, it } from 'vitest';
import type { TableState } from './table-state.ts';
import {
  queryOf,
  readTableState,
  withColumnBefore,
  withColumnMoved,
  withFilter,
  withHidden,
  withSort,
} from './table-state.ts';

const FIRST: TableState = {
  filters: [],
  search: '',
  sorts: [{ column: 'priority', descending: false }],
  offset: 200,
  limit: 100,
  order: ['priority', 'score', 'city'],
  hidden: ['city'],
  widths: {},
  group: null,
};
const contains = (column: string) => ({ type: 'contains', column, text: 'metz' }) as const;

describe('a table that a person sets', () => {
  it('F105 keeps one filter a column, and goes back to the first page', () => {
    const once = withFilter(FIRST, 'city', contains('city'));
    const twice = withFilter(once, 'city', { ...contains('city'), text: 'nancy' });
    expect(twice.filters).toEqual([{ type: 'contains', column: 'city', text: 'nancy' }]);
    expect(twice.offset).toBe(0);
    expect(withFilter(twice, 'city', null).filters).toEqual([]);
  });

  it('sorts upwards, downwards, then no more', () => {
    const steps = [1, 2, 3].reduce<TableState[]>(
      (states) => [...states, withSort(states.at(-1) ?? FIRST, 'score', false)],
      [FIRST],
    );
    expect(steps.slice(1).map(({ sorts }) => sorts)).toEqual([
      [{ column: 'score', descending: false }],
      [{ column: 'score', descending: true }],
      [],
    ]);
  });

  it('sorts by several columns in the order they were asked for, five at most', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].reduce((state, column) => withSort(state, column, true), FIRST);
    expect(many.sorts.map(({ column }) => column)).toEqual(['priority', 'a', 'b', 'c', 'd']);
    expect(withSort(many, 'a', true).sorts[1]).toEqual({ column: 'a', descending: true });
  });

  it('puts the group before every sort, and keeps its direction', () => {
    const query = queryOf({
      ...FIRST,
      group: 'city',
      sorts: [
        { column: 'score', descending: true },
        { column: 'city', descending: true },
      ],
    });
    expect(query.sorts).toEqual([
      { column: 'city', descending: true },
      { column: 'score', descending: true },
    ]);
  });

  it('moves, shows and hides columns, and never loses one', () => {
    expect(withColumnBefore(FIRST, 'city', 'priority').order).toEqual(['city', 'priority', 'score']);
    expect(withColumnBefore(FIRST, 'unknown', 'priority').order).toEqual(FIRST.order);
    expect(withColumnMoved(FIRST, 'score', -1).order).toEqual(['score', 'priority', 'city']);
    expect(withColumnMoved(FIRST, 'priority', -1).order).toEqual(FIRST.order);
    expect(withHidden(FIRST, 'city', false).hidden).toEqual([]);
    expect(withHidden(FIRST, 'score', true).hidden).toEqual(['city', 'score']);
  });
});

describe('what a window remembers of a table', () => {
  it('comes back whole, on the first page', () => {
    const kept = { ...withFilter(FIRST, 'city', contains('city')), group: 'city', widths: { city: 210 } };
    expect(readTableState(JSON.stringify(kept), FIRST)).toEqual({ ...kept, offset: 0 });
  });

  it('drops what names no column any more, and gains the columns that came since', () => {
    const kept = {
      order: ['city', 'gone'],
      hidden: ['gone'],
      sorts: [{ column: 'gone', descending: true }],
      filters: [contains('gone'), null],
      group: 'gone',
      limit: 7,
    };
    expect(readTableState(JSON.stringify(kept), FIRST)).toEqual({
      ...FIRST,
      offset: 0,
      order: ['city', 'priority', 'score'],
      hidden: [],
      sorts: [],
    });
  });

  it.each([null, '', '{', '[]', '42', '"text"', 'null'])('is the first state when it cannot be read: %s', (kept) => {
    expect(readTableState(kept, FIRST)).toEqual({ ...FIRST, offset: 0 });
  });
});
