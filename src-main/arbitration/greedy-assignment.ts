/**
 * What choosing by hand gives: lane by lane, the cheapest pair that is left, again and again. It never looks ahead, so it
 * may leave posts empty that the exact plan fills; it is what the plan is compared with.
 */
import type { Assignment, AssignmentInstance } from './assignment-instance.ts';

const PAIRS = 2 ** 26;

/** @example greedyAssignment(instance)[0] // the mission of candidate 0, or -1 */
export function greedyAssignment(instance: AssignmentInstance): Assignment {
  const { posts, weights, groupLimits, candidates } = instance;
  const assignment = new Int32Array(candidates).fill(-1);
  const left = { posts: posts.slice(), groups: groupLimits.slice() };
  const lanes = [...new Set(weights)].sort((one, other) => other - one);
  for (const lane of lanes) chooseInLane(instance, lane, assignment, left);
  return assignment;
}

interface Left {
  readonly posts: Int32Array;
  readonly groups: Int32Array;
}

function chooseInLane(instance: AssignmentInstance, lane: number, assignment: Assignment, left: Left): void {
  const { weights, starts, targets, costs, groupOf } = instance;
  const missions = [...weights.keys()].filter((mission) => weights[mission] === lane);
  const size = missions.reduce((sum, mission) => sum + (starts[mission + 1] ?? 0) - (starts[mission] ?? 0), 0);
  const keys = new Float64Array(size);
  const owners = new Int32Array(targets.length);
  let count = 0;
  for (const mission of missions) {
    for (let pair = starts[mission] ?? 0; pair < (starts[mission + 1] ?? 0); pair += 1) {
      owners[pair] = mission;
      keys[count] = (costs[pair] ?? 0) * PAIRS + pair;
      count += 1;
    }
  }
  keys.sort();
  for (const key of keys) {
    const pair = key % PAIRS;
    const mission = owners[pair] ?? 0;
    const candidate = targets[pair] ?? 0;
    const group = groupOf[candidate] ?? -1;
    if ((left.posts[mission] ?? 0) === 0 || assignment[candidate] !== -1) continue;
    if (group >= 0 && (left.groups[group] ?? 0) === 0) continue;
    assignment[candidate] = mission;
    left.posts[mission] = (left.posts[mission] ?? 0) - 1;
    if (group >= 0) left.groups[group] = (left.groups[group] ?? 0) - 1;
  }
}
