import type { PairGates } from './pair-gates.ts';
import type { PlanCount, PlannedPair, PlanProblem } from './plan-problem.ts';

const MOST_WEIGHT = 5;

/** What a plan comes to: posts filled by lane, and the ways that people would go. */
export function countPlan(
  { missions, weights }: Pick<PlanProblem, 'missions' | 'weights'>,
  gates: PairGates,
  pairs: readonly Pick<PlannedPair, 'mission' | 'slot'>[],
): PlanCount {
  const byWeight = Array.from({ length: MOST_WEIGHT }, () => 0);
  const distances: number[] = [];
  let beyondRegion = 0;
  for (const { mission, slot } of pairs) {
    const weight = (weights[mission] ?? 1) - 1;
    byWeight[weight] = (byWeight[weight] ?? 0) + 1;
    const distance = gates.distance(mission, slot);
    if (!Number.isNaN(distance)) distances.push(distance);
    if (gates.terms.at.agency[slot] !== missions[mission]?.agency) beyondRegion += 1;
  }
  const kilometres = distances.reduce((sum, distance) => sum + distance, 0);
  return { byWeight, kilometres: tenths(kilometres), medianKilometres: median(distances), beyondRegion };
}

/** Null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  if (high === undefined) return null;
  return tenths(sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2);
}

export const tenths = (value: number): number => Math.round(value * 10) / 10;
