/**
 * Stability: of all the plans that are equally good, the one that keeps the most pairs of the plan before. A second cost
 * below the first: each pair that is new costs 1 where the true cost is counted by more than all the posts together.
 */
import type { Assignment, AssignmentInstance } from './assignment-instance.ts';

/** @param before by candidate, the mission of the plan before, or -1 */
export function keepPairs(instance: AssignmentInstance, before: Assignment): AssignmentInstance {
  const { posts, starts, targets, costs } = instance;
  let unit = 1;
  for (const count of posts) unit += count;
  const weighed = new Float64Array(costs.length);
  for (let mission = 0; mission < posts.length; mission += 1) {
    for (let pair = starts[mission] ?? 0; pair < (starts[mission + 1] ?? 0); pair += 1) {
      const isKept = before[targets[pair] ?? 0] === mission;
      weighed[pair] = (costs[pair] ?? 0) * unit + (isKept ? 0 : 1);
    }
  }
  return { ...instance, costs: weighed };
}
