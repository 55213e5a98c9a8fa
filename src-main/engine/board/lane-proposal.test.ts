import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePriorities, VITAL_SHARE_LIMIT } from '../../../contract/domain/priority.ts';
import type { Ranked } from './lane-proposal.ts';
import { proposedLanes } from './lane-proposal.ts';

const missionsArb = fc
  .array(
    fc.record({
      agency: fc.constantFrom(6, 11, null),
      score: fc.integer({ min: 0, max: 12 }),
      posts: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 60 },
  )
  .map((rows) => rows.map((row, index): Ranked => ({ ...row, id: `m-${index}` })));

const laneOf = (lanes: ReturnType<typeof proposedLanes>, { id }: Ranked) => lanes.get(id) ?? 'none';

describe('the order that the score proposes', () => {
  it('D5 gives every mission a lane, never a higher one to a lower score of the same region, the same to equals', () => {
    fc.assert(
      fc.property(missionsArb, (missions) => {
        const lanes = proposedLanes(missions);
        expect(lanes.size).toBe(missions.length);
        for (const one of missions)
          for (const other of missions) {
            if (one.agency !== other.agency || one.score < other.score) continue;
            expect(comparePriorities(laneOf(lanes, one), laneOf(lanes, other))).toBeLessThanOrEqual(0);
          }
      }),
    );
  });

  it('F114 never proposes more than a fifth of a region’s open posts in P1', () => {
    fc.assert(
      fc.property(missionsArb, (missions) => {
        const lanes = proposedLanes(missions);
        for (const agency of [6, 11, null]) {
          const region = missions.filter((one) => one.agency === agency);
          const posts = (rows: readonly Ranked[]) => rows.reduce((sum, row) => sum + row.posts, 0);
          const vital = posts(region.filter((one) => laneOf(lanes, one) === 'P1'));
          expect(vital).toBeLessThanOrEqual(VITAL_SHARE_LIMIT * posts(region));
        }
      }),
    );
  });

  it.each([
    ['ten equal posts apart', [90, 80, 70, 60, 50, 40, 30, 20, 10, 5], 'P1 P1 P2 P2 P2 P3 P3 P3 P4 P4'],
    ['all alike', [50, 50, 50, 50], 'P2 P2 P2 P2'],
    ['one alone', [12], 'P2'],
    ['none', [], ''],
  ])('%s', (_, scores, wanted) => {
    const missions = scores.map((score, index) => ({ id: `m-${index}`, agency: 6, score, posts: 1 }));
    const lanes = proposedLanes(missions);
    expect(missions.map(({ id }) => lanes.get(id)).join(' ')).toBe(wanted);
  });
});
