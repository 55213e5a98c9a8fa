/** Invented plans of any size and scarcity, from a seed. */
import type { AssignmentInstance } from '../../../src-main/arbitration/assignment-instance.ts';
import { packInstance } from '../../../src-main/arbitration/assignment-instance.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { randomFrom } from '../../support/seeded-random.ts';

export interface InstanceShape {
  readonly missions: number;
  readonly candidates: number;
  /** Pairs of each mission, at most. */
  readonly pairs: number;
  readonly mostPosts: number;
  readonly lanes: number;
  /** Costs are below this: few values make many equal plans. */
  readonly costs: number;
  /** 0: no groups. */
  readonly groups: number;
  /** Share of the missions, of 10, that look for people in the first tenth of the candidates. */
  readonly crowded: number;
}

export const SMALL: InstanceShape = {
  missions: 7,
  candidates: 9,
  pairs: 5,
  mostPosts: 3,
  lanes: 3,
  costs: 12,
  groups: 3,
  crowded: 4,
};

/** @example randomInstance(7, { ...SMALL, groups: 0 }) */
export function randomInstance(seed: number, shape: InstanceShape): AssignmentInstance {
  const random = randomFrom(seed);
  const missions = Array.from({ length: shape.missions }, () => ({
    posts: random.next(shape.mostPosts + 1),
    weight: 1 + random.next(shape.lanes),
    pairs: randomPairs(random, shape),
  }));
  if (shape.groups === 0) return packInstance(missions, shape.candidates);
  return packInstance(missions, shape.candidates, {
    of: Array.from({ length: shape.candidates }, () => random.next(shape.groups + 1) - 1),
    limits: Array.from({ length: shape.groups }, () => random.next(1 + Math.ceil(shape.candidates / shape.groups / 2))),
  });
}

function randomPairs(random: SeededRandom, { candidates, pairs, costs, crowded }: InstanceShape) {
  const below = random.next(10) < crowded ? Math.min(candidates, Math.max(2, Math.ceil(candidates / 10))) : candidates;
  const chosen = new Set(Array.from({ length: random.next(pairs + 1) }, () => random.next(below)));
  return [...chosen].map((candidate) => ({ candidate, cost: random.next(costs) }));
}

/** By candidate, a mission they may go to, or -1: what a plan before could have been. */
export function randomBefore(seed: number, { starts, targets, posts, candidates }: AssignmentInstance): Int32Array {
  const random = randomFrom(seed);
  const before = new Int32Array(candidates).fill(-1);
  for (let mission = 0; mission < posts.length; mission += 1) {
    for (let pair = starts[mission] ?? 0; pair < (starts[mission + 1] ?? 0); pair += 1) {
      if (random.next(3) === 0) before[targets[pair] ?? 0] = mission;
    }
  }
  return before;
}
