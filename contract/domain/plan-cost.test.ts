import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanPair } from './plan-cost.ts';
import { planCost, planCostTerms } from './plan-cost.ts';

const NEAR: PlanPair = {
  distance: 12.34,
  missingPoints: 0,
  missingExperiences: 0,
  recentSolicitations: 0,
  solicitedBefore: false,
};

describe('the cost of a pair in a plan', () => {
  it.each([
    ['the way alone', {}, 123],
    ['a place that nobody knows', { distance: Number.NaN }, 2000],
    ['points that are missing', { missingPoints: 3 }, 153],
    ['a preferred experience that is missing', { missingExperiences: 1 }, 523],
    ['D14 two solicitations this week', { recentSolicitations: 2 }, 523],
    ['somebody who was solicited before', { solicitedBefore: true }, 273],
  ])('counts %s', (_name, change, cost) => {
    expect(planCost({ ...NEAR, ...change })).toBe(cost);
  });

  it('is a whole number, and the sum of the terms that explain it', () => {
    const pairs = fc.record({
      distance: fc.oneof(fc.double({ min: 0, max: 20_000, noNaN: true }), fc.constant(Number.NaN)),
      missingPoints: fc.integer({ min: 0, max: 100 }),
      missingExperiences: fc.integer({ min: 0, max: 2 }),
      recentSolicitations: fc.integer({ min: 0, max: 50 }),
      solicitedBefore: fc.boolean(),
    });
    fc.assert(
      fc.property(pairs, (pair) => {
        const cost = planCost(pair);
        expect(Number.isSafeInteger(cost)).toBe(true);
        expect(planCostTerms(pair).reduce((sum, term) => sum + term.cost, 0)).toBe(cost);
      }),
    );
  });

  it('explains what costs something, and the way always', () => {
    expect(planCostTerms({ ...NEAR, distance: 0, recentSolicitations: 1 }).map(({ label }) => label)).toEqual([
      'Distance à vol d’oiseau',
      'Sollicitations des 7 derniers jours',
    ]);
  });
});
