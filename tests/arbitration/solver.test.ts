/** The exact plan against HiGHS, its own prices, and what choosing greedily gives. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { packInstance } from '../../src-main/arbitration/assignment-instance.ts';
import { greedyAssignment } from '../../src-main/arbitration/greedy-assignment.ts';
import { keepPairs } from '../../src-main/arbitration/keep-pairs.ts';
import { InstanceTooLarge } from '../../src-main/arbitration/prices.ts';
import { faultsOfPlan, proveOptimal } from '../../src-main/arbitration/prove-optimal.ts';
import { solveAssignment } from '../../src-main/arbitration/solve-assignment.ts';
import type { Oracle } from './support/highs-oracle.ts';
import { createOracle } from './support/highs-oracle.ts';
import { filledPosts, measurePlan } from './support/measure-plan.ts';
import type { InstanceShape } from './support/random-instance.ts';
import { randomBefore, randomInstance, SMALL } from './support/random-instance.ts';

const MEDIUM: InstanceShape = {
  missions: 60,
  candidates: 90,
  pairs: 12,
  mostPosts: 2,
  lanes: 5,
  costs: 400,
  groups: 6,
  crowded: 5,
};
const LARGE: InstanceShape = {
  ...{ missions: 2000, candidates: 20_000, pairs: 60, mostPosts: 3 },
  ...{ lanes: 5, costs: 9000, groups: 0, crowded: 5 },
};
const seeds = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => from + index);
const shapes: readonly (readonly [string, InstanceShape])[] = [
  ['without groups', { ...SMALL, groups: 0 }],
  ['with groups', SMALL],
  ['where everybody wants the same people', { ...SMALL, crowded: 10, groups: 2 }],
  ['with many equal costs', { ...SMALL, costs: 2 }],
];

describe('the exact plan', () => {
  const judge: { oracle: Oracle } = {
    oracle: () => {
      throw new Error('HiGHS is not loaded');
    },
  };
  beforeAll(async () => {
    judge.oracle = await createOracle();
  });

  it.each(shapes)('fills and costs what HiGHS finds, lane by lane, on a hundred small instances %s', (_name, shape) => {
    for (const seed of seeds(100)) {
      const instance = randomInstance(seed, shape);
      const { assignment, prices } = solveAssignment(instance);
      const { filled, cost } = judge.oracle(instance);
      expect({ seed, ...measurePlan(instance, assignment) }).toEqual({ seed, filled, cost, kept: 0 });
      expect(proveOptimal(instance, assignment, prices)).toEqual([]);
    }
  });

  it.each(seeds(6))('fills and costs what HiGHS finds on a medium instance (seed %i)', (seed) => {
    const instance = randomInstance(seed, MEDIUM);
    const { assignment } = solveAssignment(instance);
    const { filled, cost } = judge.oracle(instance);
    expect(measurePlan(instance, assignment)).toEqual({ filled, cost, kept: 0 });
  });

  it('fills and costs what HiGHS finds for 2,000 missions and 20,000 candidates', () => {
    const instance = randomInstance(9, { ...LARGE, pairs: 8, mostPosts: 1, lanes: 2 });
    const { filled, cost } = judge.oracle(instance);
    expect(measurePlan(instance, solveAssignment(instance).assignment)).toEqual({ filled, cost, kept: 0 });
  });

  it('keeps, among the optima, as many pairs of the plan before as HiGHS can', () => {
    for (const seed of seeds(80)) {
      const instance = randomInstance(seed, { ...SMALL, costs: 3 });
      const before = randomBefore(seed + 1000, instance);
      const { assignment } = solveAssignment(keepPairs(instance, before));
      const { filled, cost, kept } = judge.oracle(instance, before);
      expect({ seed, ...measurePlan(instance, assignment, before) }).toEqual({ seed, filled, cost, kept });
    }
  });

  it('is proven by its prices on scarce instances of 2,000 missions and 20,000 candidates', () => {
    for (const seed of [1, 2]) {
      const instance = randomInstance(seed, LARGE);
      const { assignment, prices } = solveAssignment(instance);
      expect(proveOptimal(instance, assignment, prices)).toEqual([]);
      expect(filledPosts(assignment)).toBeGreaterThanOrEqual(filledPosts(greedyAssignment(instance)));
    }
  });

  it('is feasible, proven, and never fills fewer posts than the greedy choice', () => {
    const shape = fc.record({
      missions: fc.integer({ min: 1, max: 25 }),
      candidates: fc.integer({ min: 1, max: 30 }),
      pairs: fc.integer({ min: 0, max: 12 }),
      mostPosts: fc.integer({ min: 0, max: 4 }),
      lanes: fc.integer({ min: 1, max: 5 }),
      costs: fc.integer({ min: 1, max: 300_000 }),
      groups: fc.integer({ min: 0, max: 5 }),
      crowded: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.integer(), shape, (seed, drawn) => {
        const instance = randomInstance(seed, drawn);
        const { assignment, prices } = solveAssignment(instance);
        const greedy = greedyAssignment(instance);
        expect(proveOptimal(instance, assignment, prices)).toEqual([]);
        expect(faultsOfPlan(instance, greedy)).toEqual([]);
        expect(filledPosts(assignment)).toBeGreaterThanOrEqual(filledPosts(greedy));
      }),
      { numRuns: 400 },
    );
  });

  it('is the same each time it is asked', () => {
    const instance = randomInstance(5, MEDIUM);
    expect(solveAssignment(instance).assignment).toEqual(solveAssignment(instance).assignment);
  });

  it('changes nothing but what it must: the plan before is kept whole where it is still an optimum', () => {
    for (const seed of seeds(40)) {
      const instance = randomInstance(seed, { ...SMALL, costs: 2 });
      const { assignment } = solveAssignment(instance);
      expect(solveAssignment(keepPairs(instance, assignment)).assignment).toEqual(assignment);
    }
  });

  it('refuses costs that could not be added exactly', () => {
    const pairs = [{ candidate: 0, cost: 2 ** 51 }];
    const instance = packInstance([{ posts: 1, weight: 5, pairs }], 1);
    expect(() => solveAssignment(instance)).toThrow(InstanceTooLarge);
  });

  it('tells how far it is', () => {
    const told: number[] = [];
    const instance = packInstance(
      [
        { posts: 2, weight: 1, pairs: [] },
        { posts: 1, weight: 2, pairs: [{ candidate: 0, cost: 3 }] },
      ],
      1,
    );
    solveAssignment(instance, (posts) => told.push(posts));
    expect(told).toEqual([1, 3]);
  });
});

describe('the proof', () => {
  const instance = packInstance(
    [
      {
        posts: 1,
        weight: 1,
        pairs: [
          { candidate: 0, cost: 1 },
          { candidate: 1, cost: 5 },
        ],
      },
      { posts: 1, weight: 1, pairs: [{ candidate: 0, cost: 2 }] },
    ],
    2,
    { of: [0, -1], limits: [1] },
  );
  const { assignment, prices } = solveAssignment(instance);

  it.each([
    ['a post that stays empty though somebody could fill it', [0, -1]],
    ['somebody sent where they may not go', [1, 1]],
    ['two people on one post', [0, 0]],
  ])('sees %s', (_name, other) => {
    expect(proveOptimal(instance, Int32Array.from(other), prices)).not.toEqual([]);
  });

  it('sees a price that nothing bears out', () => {
    const raised = prices.missions.map((price) => price + 1);
    expect(proveOptimal(instance, assignment, { ...prices, missions: raised })).not.toEqual([]);
  });

  it('sees a group that gives more than it may', () => {
    const tight = { ...instance, groupLimits: Int32Array.of(0) };
    expect(proveOptimal(tight, assignment, prices)).toContain('group 0 gives more than it may');
  });
});
