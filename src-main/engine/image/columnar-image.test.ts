import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../../../contract/app/table-column.ts';
import type { TableFilter, TableSort } from '../../../contract/app/table-query.ts';
import { ColumnarImage } from './columnar-image.ts';
import type { Cell } from './compare-values.ts';
import { compareValues } from './compare-values.ts';
import { countRows } from './count-rows.ts';
import { foldText } from './fold-text.ts';
import { pageOf } from './page-of.ts';

const COLUMNS = [
  { name: 'city', type: 'text', nullable: true },
  { name: 'lane', type: 'category' },
  { name: 'count', type: 'number', nullable: true },
  { name: 'start', type: 'day', nullable: true },
  { name: 'vehicle', type: 'flag' },
] as const satisfies readonly TableColumn[];
const LANES = ['P1', 'P2', 'none'];
const OPTIONS = { searched: ['city', 'count'], orders: { lane: LANES } };

type Row = Record<string, Cell>;

const cityArb = fc.constantFrom(
  'Épinal',
  'epinal',
  'Metz',
  'Vandœuvre-lès-Nancy',
  'nancy',
  'Saint-Dié',
  'Sainte Dié',
  null,
);
const dayArb = fc.constantFrom('2020-11-30', '2020-12-01', '2021-01-02', null);
const rowArb: fc.Arbitrary<Row> = fc.record({
  city: cityArb,
  lane: fc.constantFrom(...LANES),
  count: fc.option(fc.integer({ min: -2, max: 4 })),
  start: dayArb,
  vehicle: fc.constantFrom(0, 1),
});
const idArb = fc.integer({ min: 0, max: 30 }).map((number) => `r-${number}`);
const filterArb: fc.Arbitrary<TableFilter> = fc.oneof(
  fc.record({
    type: fc.constant('among' as const),
    column: fc.constant('lane'),
    values: fc.array(fc.constantFrom(...LANES, 'P9', null)),
  }),
  fc.record({
    type: fc.constant('among' as const),
    column: fc.constant('count'),
    values: fc.array(fc.constantFrom(0, 1, null)),
  }),
  fc.record({
    type: fc.constant('between' as const),
    column: fc.constant('count'),
    from: fc.option(fc.integer({ min: -2, max: 4 })),
    to: fc.option(fc.integer({ min: -2, max: 4 })),
  }),
  fc.record({ type: fc.constant('between' as const), column: fc.constant('start'), from: dayArb, to: dayArb }),
  fc.record({ type: fc.constant('flag' as const), column: fc.constant('vehicle'), value: fc.boolean() }),
  fc.record({
    type: fc.constant('contains' as const),
    column: fc.constant('city'),
    text: fc.constantFrom('NANCY', 'é', 'die', '', 'vandoeuvre les', 'zz'),
  }),
);
const sortArb: fc.Arbitrary<TableSort> = fc.record({
  column: fc.constantFrom(...COLUMNS.map(({ name }) => name)),
  descending: fc.boolean(),
});
const stepArb = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), id: idArb, row: rowArb }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), id: idArb }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const), sort: sortArb }) },
);

/** The same questions asked row by row, without any cleverness. */
function passes(row: Row, filter: TableFilter): boolean {
  const value = row[filter.column] ?? null;
  if (filter.type === 'among') return filter.values.includes(value);
  if (filter.type === 'flag') return value === (filter.value ? 1 : 0);
  if (filter.type === 'contains')
    return foldText(filter.text) === '' || foldText(String(value ?? '')).includes(foldText(filter.text));
  if (filter.from === null && filter.to === null) return true;
  return value !== null && (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to);
}
function finds(row: Row, search: string): boolean {
  return foldText(search)
    .split(' ')
    .filter(Boolean)
    .every((word) => foldText(String(row['city'] ?? '')).includes(word) || row['count'] === Number(word));
}
function compareRows(sorts: readonly TableSort[]): (left: [string, Row], right: [string, Row]) => number {
  return ([leftId, left], [rightId, right]) => {
    for (const { column, descending } of sorts) {
      const [one, two] = [left[column] ?? null, right[column] ?? null];
      const order =
        column === 'lane' ? LANES.indexOf(String(one)) - LANES.indexOf(String(two)) : compareValues(one, two);
      if (order !== 0) return descending ? -order : order;
    }
    return leftId < rightId ? -1 : 1;
  };
}

describe('the image of a table', () => {
  it('answers any filter, any search, any sorts, any page as row by row, after any patches', () => {
    fc.assert(
      fc.property(
        fc.array(stepArb, { minLength: 5, maxLength: 120 }),
        fc.array(filterArb, { maxLength: 3 }),
        fc.constantFrom('', 'nancy', '3', 'die saint', '  Épinal '),
        fc.array(sortArb, { maxLength: 3 }),
        fc.nat(20),
        fc.nat(20),
        (steps, filters, search, sorts, offset, limit) => {
          const image = new ColumnarImage(COLUMNS, OPTIONS);
          const rows = new Map<string, Row>();
          for (const step of steps) {
            if (step.do === 'put') {
              image.put(step.id, step.row);
              rows.set(step.id, step.row);
            } else if (step.do === 'remove') {
              image.remove(step.id);
              rows.delete(step.id);
            } else pageOf(image, image.select([]), [step.sort], 0, 3);
          }
          const mask = image.select(filters, search);
          const wanted = [...rows]
            .filter(([, row]) => filters.every((filter) => passes(row, filter)) && finds(row, search))
            .sort(compareRows(sorts));
          expect(countRows(mask)).toBe(wanted.length);
          expect(image.size).toBe(rows.size);
          const page = pageOf(image, mask, sorts, offset, limit).map((slot) => image.row(slot, image.columnNames));
          expect(page).toEqual(wanted.slice(offset, offset + limit).map(([id, row]) => ({ id, ...row })));
          for (const { name } of COLUMNS) {
            const counts = new Map<Cell, number>();
            for (const [, row] of wanted) counts.set(row[name] ?? null, (counts.get(row[name] ?? null) ?? 0) + 1);
            const facet = image.column(name).count(mask);
            expect(new Map(facet.map(({ value, count }) => [value, count]))).toEqual(counts);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('sorts more rows of one value than it compares one by one', () => {
    const image = new ColumnarImage(COLUMNS, OPTIONS);
    const count = 5000;
    for (let index = 0; index < count; index += 1) {
      image.put(`r-${index}`, {
        city: null,
        lane: 'P1',
        count: (index * 7919) % count,
        start: null,
        vehicle: index % 2,
      });
    }
    const sorts = [
      { column: 'lane', descending: true },
      { column: 'vehicle', descending: true },
      { column: 'count', descending: true },
    ];
    const page = pageOf(image, image.select([]), sorts, 2490, 20).map((slot) => image.row(slot, ['vehicle', 'count']));
    const all = Array.from({ length: count }, (_, index) => ({
      vehicle: index % 2,
      count: (index * 7919) % count,
      id: `r-${index}`,
    }));
    all.sort((left, right) => right.vehicle - left.vehicle || right.count - left.count);
    expect(page).toEqual(all.slice(2490, 2510));
  });

  it('refuses a question that does not fit its column, and a column that is not', () => {
    const image = new ColumnarImage(COLUMNS, OPTIONS);
    image.put('r-1', {});
    expect(() => image.select([{ type: 'flag', column: 'city', value: true }])).toThrow('city');
    expect(() => image.select([{ type: 'between', column: 'lane', from: 'a', to: null }])).toThrow('lane');
    expect(() => image.select([{ type: 'between', column: 'start', from: 'hier', to: null }])).toThrow('start');
    expect(() => image.select([{ type: 'contains', column: '__proto__', text: 'a' }])).toThrow('__proto__');
    expect(() => pageOf(image, image.select([]), [{ column: 'nothing', descending: false }], 0, 1)).toThrow('nothing');
  });
});
