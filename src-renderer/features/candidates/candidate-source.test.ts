import { describe, expect, it } from 'vitest';
import type { DeskClient } from '../../data/desk-client.ts';
import { BEST_FIRST, candidateSource, withoutRank } from './candidate-source.ts';

const QUERY = {
  filters: [
    { type: 'between' as const, column: 'distanceKm', from: null, to: 50 },
    { type: 'flag' as const, column: 'weekend', value: true },
  ],
  search: 'nan',
  sorts: [...BEST_FIRST],
  offset: 0,
  limit: 100,
};

function recorder() {
  const asked: unknown[] = [];
  const note = (input: unknown) => {
    asked.push(input);
    return Promise.resolve({});
  };
  const client = { candidates: { page: note, facet: note, choose: note } } as unknown as DeskClient;
  return { asked, client };
}

describe('candidateSource', () => {
  it('F110 asks for a mission as the person filtered and ranked', async () => {
    const { asked, client } = recorder();
    await candidateSource('m-1').page(client, QUERY);
    expect(asked).toEqual([{ missionId: 'm-1', query: QUERY }]);
  });

  it('leaves rank and distance out of free exploration, and orders by name', async () => {
    const { asked, client } = recorder();
    await candidateSource(null).choose(client, QUERY);
    const sorts = [
      { column: 'lastName', descending: false },
      { column: 'firstName', descending: false },
    ];
    expect(asked).toEqual([{ missionId: null, query: { ...QUERY, filters: [QUERY.filters[1]], sorts } }]);
  });

  it('keeps the person’s own sorts', () => {
    const sorts = [...BEST_FIRST, { column: 'city', descending: true }];
    expect(withoutRank({ ...QUERY, sorts }).sorts).toEqual([{ column: 'city', descending: true }]);
  });
});
