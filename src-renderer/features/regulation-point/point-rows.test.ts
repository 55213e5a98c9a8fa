import { describe, expect, it } from 'vitest';
import type { PointRow } from '../../../contract/app/snapshot-contract.ts';
import { barsBy, totalsOf } from './point-rows.ts';

const row = (patch: Partial<PointRow>): PointRow => ({
  ...{ agency: 6, departement: '54', profession: 'aide-soignant', missions: 1, posts: 3, filled: 1, remaining: 2 },
  ...{ urgent: 1, people: 10, free: 6, proposed: 1, contacted: 2, assigned: 1 },
  ...patch,
});

describe('the regulation point', () => {
  const rows = [row({}), row({ departement: '57', remaining: 5 }), row({ profession: 'psychologue', remaining: 0 })];

  it('F148 sums needs and resources', () => {
    expect(totalsOf(rows)).toMatchObject({ missions: 3, posts: 9, remaining: 7, free: 18 });
  });

  it('draws where most is missing first, and nothing where nothing is', () => {
    expect(barsBy(rows, 'departement', 5).map(({ key, remaining }) => [key, remaining])).toEqual([
      ['57', 5],
      ['54', 2],
    ]);
    expect(barsBy(rows, 'profession', 1)).toEqual([{ key: 'aide-soignant', remaining: 7, free: 12 }]);
  });
});
