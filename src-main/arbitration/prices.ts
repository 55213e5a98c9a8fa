/** What a plan costs at the margin: the proof that it is optimal, and what leaving a post empty is worth. */
import type { AssignmentInstance } from './assignment-instance.ts';

export interface Prices {
  readonly missions: Float64Array;
  /** Of those who are sent; whoever stays has the price of their group, or 0. */
  readonly candidates: Float64Array;
  readonly groups: Float64Array;
  /** What leaving a post of weight 1 empty costs: more than any path can save. */
  readonly empty: number;
}

/** The numbers would no longer be exact: nobody is told a plan that only looks optimal. */
export class InstanceTooLarge extends Error {
  constructor() {
    super('The costs of this plan are too large to be added exactly.');
    this.name = 'InstanceTooLarge';
  }
}

/** @throws InstanceTooLarge */
export function priceOfEmptyPost({ posts, weights, costs }: AssignmentInstance): number {
  let highest = 0;
  for (const cost of costs) if (cost > highest) highest = cost;
  let all = 2;
  for (const count of posts) all += count;
  let weight = 1;
  for (const one of weights) if (one > weight) weight = one;
  const price = (highest + 1) * all;
  if ((weight + 2) * price >= Number.MAX_SAFE_INTEGER) throw new InstanceTooLarge();
  return price;
}
