import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import {
  inventMapNeeds,
  inventMapPeople,
  MAP_NOW,
  mapNeedsTable,
  mapPeopleTable,
} from '../../../tests/support/map-people.ts';
import { randomFrom } from '../../../tests/support/seeded-random.ts';
import { RankedCandidates } from '../queries/ranked-candidates.ts';
import { answerIds } from '../queries/table-answers.ts';
import type { DeskImage } from '../tables/desk-image.ts';
import { mapQuestion } from './map-question.ts';

const people = inventMapPeople(randomFrom(21), 300);
const candidates = mapPeopleTable(people);
const missions = mapNeedsTable(inventMapNeeds(randomFrom(2), 30));
const image = { candidates, missions, now: MAP_NOW } as unknown as DeskImage;
const open = [...missions.rows.values()].find(
  ({ headcount, accepted, state }) => state === 'open' && headcount > accepted,
);

const filterArb: fc.Arbitrary<TableFilter> = fc.constantFrom<TableFilter>(
  { type: 'among', column: 'departement', values: ['54', '88'] },
  { type: 'among', column: 'status', values: ['DISPONIBLE', 'EN COURS'] },
  { type: 'contains', column: 'lastName', text: 'c-1' },
);
const rankFilterArb: fc.Arbitrary<TableFilter> = fc.constantFrom<TableFilter>(
  { type: 'between', column: 'distanceKm', from: null, to: 300 },
  { type: 'between', column: 'rank', from: 2, to: 40 },
);
const idsOf = (mask: Uint8Array) => people.map(({ id }) => id).filter((id) => mask[candidates.image.slotOf(id) ?? 0]);

describe('the question of the map', () => {
  it('F125 is the table’s: the same people, whatever is filtered', () => {
    fc.assert(
      fc.property(fc.array(filterArb, { maxLength: 2 }), fc.constantFrom('', 'ville 1'), (filters, search) => {
        const query = { filters, search, sorts: [], offset: 0, limit: 0 };
        const question = mapQuestion(image, null, query);
        expect(idsOf(question.mask).sort()).toEqual(answerIds(candidates.image, query).sort());
      }),
    );
  });

  it('F125 F93 is the mission’s table when there is one, with its rank and distance', () => {
    if (open === undefined) throw new Error('no open mission');
    const terms = missions.terms(open, candidates, MAP_NOW);
    const sorts = [{ column: 'rank', descending: false }];
    fc.assert(
      fc.property(fc.array(fc.oneof(filterArb, rankFilterArb), { maxLength: 3 }), (filters) => {
        const query = { filters, search: '', sorts, offset: 0, limit: 5 };
        const ranked = new RankedCandidates(terms, candidates);
        const question = mapQuestion(image, open.id, query);
        const wanted = ranked.ids(query);
        expect(idsOf(question.mask).sort()).toEqual([...wanted].sort());
        expect(question.outOf).toBe(ranked.page({ ...query, filters: [] }).total);
        const within = new Uint8Array(candidates.image.extent);
        for (const [slot] of within.entries()) within[slot] = slot % 2;
        const half = wanted.filter((id) => (candidates.image.slotOf(id) ?? 0) % 2 === 1);
        expect(question.ids(within)).toEqual(half);
        expect(question.page(within).rows.map(({ id }) => id)).toEqual(half.slice(0, 5));
        expect(question.page(within).total).toBe(half.length);
      }),
      { numRuns: 60 },
    );
  });

  it('of a mission that is not here is refused', () => {
    const query = { filters: [], search: '', sorts: [], offset: 0, limit: 0 };
    expect(() => mapQuestion(image, 'm-nowhere', query)).toThrow();
  });
});
