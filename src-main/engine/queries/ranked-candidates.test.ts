import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableFilter, TableQuery, TableRow, TableSort } from '../../../contract/app/table-query.ts';
import { CANDIDATE_COLUMNS } from '../../../contract/national/rows/candidate-row.ts';
import { MISSION_COLUMNS } from '../../../contract/national/rows/mission-row.ts';
import { blankRow } from '../../../tests/support/blank-row.ts';
import { randomFrom } from '../../../tests/support/seeded-random.ts';
import type { CandidateViewRow, MissionViewRow } from '../../store/views/view-rows.ts';
import { compareValues } from '../image/compare-values.ts';
import { foldText } from '../image/fold-text.ts';
import { Relations } from '../matching/relations.ts';
import { CandidateTable } from '../tables/candidate-table.ts';
import { MissionTable } from '../tables/mission-table.ts';
import { RankedCandidates } from './ranked-candidates.ts';

const NOW = Date.parse('2020-11-15T10:00:00Z');
const PLAIN: TableQuery = { filters: [], search: '', sorts: [], offset: 0, limit: 200 };

function people(count: number): { ranked: RankedCandidates; all: readonly TableRow[] } {
  const random = randomFrom(3);
  const relations = new Relations();
  const table = new CandidateTable(relations);
  for (let index = 0; index < count; index += 1) {
    const patch = {
      id: `c-${index}`,
      agency: 6,
      departement: random.pick(['54', '57']),
      lastName: random.pick(['Épine', 'Aubry', 'Zola', 'épinard']),
      number: index,
      latitude: random.pick([48.6, 48.7, null]),
      longitude: 6.2,
      profession: 'aide-soignant',
      mobilisation: random.pick(['national', 'local']),
      pools: '[]',
      startDate: random.pick(['2020-11-01', '2020-12-30']),
      weekend: random.next(2),
      verification: random.pick(['verified', 'to-verify']),
      availability: 'available',
      engagement: 'none',
    };
    table.write({ ...blankRow(CANDIDATE_COLUMNS), ...patch } as unknown as CandidateViewRow, NOW);
  }
  const mission = {
    ...blankRow(MISSION_COLUMNS),
    ...{ id: 'm-1', agency: 6, departement: '54', profession: 'aide-soignant', headcount: 1, state: 'open' },
    ...{ startDate: '2020-11-16', endDate: '2020-11-30', latitude: 48.65, longitude: 6.2 },
    ...{ vaccinationProfessions: '[]', createdAt: '2020-11-10T08:00:00.000Z' },
  } as unknown as MissionViewRow;
  const missions = new MissionTable(relations, new Map());
  const ranked = new RankedCandidates(missions.terms(mission, table, NOW), table);
  return { ranked, all: ranked.page(PLAIN).rows };
}

const filterArb: fc.Arbitrary<TableFilter> = fc.constantFrom<TableFilter>(
  { type: 'flag', column: 'weekend', value: true },
  { type: 'between', column: 'rankPoints', from: 60, to: null },
  { type: 'between', column: 'rankPoints', from: null, to: 80 },
  { type: 'between', column: 'distanceKm', from: 0, to: 6 },
  { type: 'between', column: 'rank', from: 3, to: 30 },
  { type: 'among', column: 'departement', values: ['54'] },
);
const sortArb: fc.Arbitrary<TableSort> = fc.record({
  column: fc.constantFrom('rank', 'rankPoints', 'distanceKm', 'lastName', 'number', 'weekend'),
  descending: fc.boolean(),
});

const passes = (row: TableRow, filter: TableFilter): boolean => {
  const value = row[filter.column] ?? null;
  if (filter.type === 'flag') return value === (filter.value ? 1 : 0);
  if (filter.type === 'among') return filter.values.includes(value);
  if (filter.type !== 'between' || value === null) return false;
  return (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to);
};
const compareRows = (sorts: readonly TableSort[]) => (left: TableRow, right: TableRow) => {
  for (const { column, descending } of sorts) {
    const order = compareValues(left[column] ?? null, right[column] ?? null);
    if (order !== 0) return descending ? -order : order;
  }
  if (sorts.length === 0) return Number(left['rank']) - Number(right['rank']);
  return String(left['id']) < String(right['id']) ? -1 : 1;
};

describe('the candidates of a mission as a table', () => {
  const { ranked, all } = people(120);

  it('F97 F98 come best first, each with rank, points and distance', () => {
    expect(all).toHaveLength(120);
    expect(all.map(({ rank }) => rank)).toEqual(all.map((_, index) => index + 1));
    expect(all.every(({ distanceKm }) => distanceKm === null || Math.abs(Number(distanceKm) - 5.6) < 0.11)).toBe(true);
  });

  it('answer any filter, search, sorts and page as row by row', () => {
    fc.assert(
      fc.property(
        fc.array(filterArb, { maxLength: 3 }),
        fc.constantFrom('', 'epin', 'zola 12'),
        fc.array(sortArb, { maxLength: 3 }),
        fc.nat(30),
        fc.nat(40),
        (filters, search, sorts, offset, limit) => {
          const words = foldText(search).split(' ').filter(Boolean);
          const found = (row: TableRow) =>
            words.every((word) => foldText(String(row['lastName'])).includes(word) || row['number'] === Number(word));
          const wanted = all
            .filter((row) => filters.every((filter) => passes(row, filter)) && found(row))
            .sort(compareRows(sorts));
          const query = { filters, search, sorts, offset, limit };
          const page = ranked.page(query);
          expect(page.rows).toEqual(wanted.slice(offset, offset + limit));
          expect([page.total, page.outOf]).toEqual([wanted.length, 120]);
          expect(ranked.ids(query)).toEqual(wanted.map(({ id }) => id));
          const facet = ranked.facet({ column: 'verification', filters, search });
          const verified = wanted.filter(({ verification }) => verification === 'verified').length;
          expect(facet.find(({ value }) => value === 'verified')?.count ?? 0).toBe(verified);
        },
      ),
      { numRuns: 300 },
    );
  });
});
