import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostsToFill, RankedPerson } from './best-proposals.ts';
import { bestProposals } from './best-proposals.ts';

const person = (id: number): RankedPerson => ({ candidateId: `c-${id}`, points: 100 - id, distanceKm: id });

const worldArb = fc
  .array(
    fc.record({ posts: fc.integer({ min: -1, max: 5 }), people: fc.uniqueArray(fc.integer({ min: 0, max: 15 })) }),
    { maxLength: 12 },
  )
  .map((missions) => ({
    needs: missions.map(({ posts }, index): PostsToFill => ({ missionId: `m-${index}`, posts })),
    ranked: (missionId: string) => (missions[Number(missionId.slice(2))]?.people ?? []).map(person),
  }));

describe('the best people for many missions', () => {
  it('F104 D2 proposes nobody twice, and never more than the open posts', () => {
    fc.assert(
      fc.property(worldArb, ({ needs, ranked }) => {
        const plans = [...bestProposals(needs, ranked)];
        const all = plans.flatMap(({ people }) => people.map(({ candidateId }) => candidateId));
        expect(new Set(all).size).toBe(all.length);
        plans.forEach(({ people, short }, index) => {
          const posts = Math.max(0, needs[index]?.posts ?? 0);
          expect(people.length + short).toBe(posts);
        });
      }),
    );
  });

  it('proposes only whom the ranking gave, in its order, and leaves nobody out who was free', () => {
    fc.assert(
      fc.property(worldArb, ({ needs, ranked }) => {
        const given = new Set<string>();
        for (const { missionId, people, short, taken } of bestProposals(needs, ranked)) {
          const free = ranked(missionId).filter(({ candidateId }) => !given.has(candidateId));
          expect(people).toEqual(free.slice(0, people.length));
          if (short > 0) {
            expect(people).toEqual(free);
            expect(taken).toBe(ranked(missionId).length - free.length);
          }
          for (const { candidateId } of people) given.add(candidateId);
        }
      }),
    );
  });

  it('reads no more of a ranking than it needs', () => {
    const read: number[] = [];
    function* endless() {
      for (let id = 0; ; id += 1) {
        read.push(id);
        yield person(id);
      }
    }
    const plans = [
      ...bestProposals(
        [
          { missionId: 'm-1', posts: 2 },
          { missionId: 'm-2', posts: 0 },
        ],
        endless,
      ),
    ];
    expect(plans.map(({ people }) => people.length)).toEqual([2, 0]);
    expect(read).toEqual([0, 1]);
  });
});
