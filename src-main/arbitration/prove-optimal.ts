/**
 * Whether a plan is optimal, judged by its prices alone (linear programming duality): whoever doubts the solver checks
 * one walk over the pairs. The prices bound what any plan can do; a plan that meets the bound cannot be bettered.
 */
import type { Assignment, AssignmentInstance } from './assignment-instance.ts';
import { costOf } from './assignment-instance.ts';
import type { Prices } from './prices.ts';

/**
 * What does not hold, in plain words; empty: the plan is proven.
 *
 * @example proveOptimal(instance, assignment, prices).length === 0
 */
export function proveOptimal(instance: AssignmentInstance, assignment: Assignment, prices: Prices): readonly string[] {
  return [
    ...faultsOfPlan(instance, assignment),
    ...faultsOfMissions(instance, assignment, prices),
    ...faultsOfPeople(instance, assignment, prices),
    ...faultsOfPairs(instance, assignment, prices),
  ];
}

/** Whether the plan may be made at all: everybody on a pair of theirs, no mission or group beyond its number. */
export function faultsOfPlan(instance: AssignmentInstance, assignment: Assignment): readonly string[] {
  const { posts, groupOf, groupLimits } = instance;
  const faults: string[] = [];
  const filled = new Int32Array(posts.length);
  const used = new Int32Array(groupLimits.length);
  assignment.forEach((mission, candidate) => {
    if (mission < 0) return;
    filled[mission] = (filled[mission] ?? 0) + 1;
    const group = groupOf[candidate] ?? -1;
    if (group >= 0) used[group] = (used[group] ?? 0) + 1;
    if (costOf(instance, mission, candidate) === null) faults.push(`candidate ${candidate} may not go to ${mission}`);
  });
  filled.forEach((count, mission) => {
    if (count > (posts[mission] ?? 0)) faults.push(`mission ${mission} has more people than posts`);
  });
  used.forEach((count, group) => {
    if (count > (groupLimits[group] ?? 0)) faults.push(`group ${group} gives more than it may`);
  });
  return faults;
}

function faultsOfMissions({ posts, weights }: AssignmentInstance, assignment: Assignment, prices: Prices): string[] {
  const filled = new Int32Array(posts.length);
  for (const mission of assignment) if (mission >= 0) filled[mission] = (filled[mission] ?? 0) + 1;
  const faults: string[] = [];
  prices.missions.forEach((price, mission) => {
    const leaving = (weights[mission] ?? 0) * prices.empty;
    if (price < 0 || price > leaving) faults.push(`mission ${mission} has a price out of bounds`);
    const isShort = (filled[mission] ?? 0) < (posts[mission] ?? 0);
    if (isShort && price !== leaving) faults.push(`mission ${mission} is short and could pay more`);
  });
  return faults;
}

function faultsOfPeople(instance: AssignmentInstance, assignment: Assignment, prices: Prices): string[] {
  const { groupOf, groupLimits } = instance;
  const faults: string[] = [];
  const used = new Int32Array(groupLimits.length);
  assignment.forEach((mission, candidate) => {
    if (mission < 0) return;
    const group = groupOf[candidate] ?? -1;
    if (group >= 0) used[group] = (used[group] ?? 0) + 1;
    const most = group < 0 ? 0 : (prices.groups[group] ?? 0);
    if ((prices.candidates[candidate] ?? 0) > most) faults.push(`candidate ${candidate} is paid for being sent`);
  });
  prices.groups.forEach((price, group) => {
    if (price > 0) faults.push(`group ${group} is paid`);
    if (price < 0 && used[group] !== groupLimits[group]) faults.push(`group ${group} has a price and is not full`);
  });
  return faults;
}

function faultsOfPairs(instance: AssignmentInstance, assignment: Assignment, prices: Prices): string[] {
  const { starts, targets, costs, groupOf, posts } = instance;
  const faults: string[] = [];
  for (let mission = 0; mission < posts.length; mission += 1) {
    const price = prices.missions[mission] ?? 0;
    for (let pair = starts[mission] ?? 0; pair < (starts[mission + 1] ?? 0); pair += 1) {
      const candidate = targets[pair] ?? 0;
      const holder = assignment[candidate] ?? -1;
      const group = groupOf[candidate] ?? -1;
      const stays = group < 0 ? 0 : (prices.groups[group] ?? 0);
      const paid = holder < 0 ? stays : (prices.candidates[candidate] ?? 0);
      const reduced = (costs[pair] ?? 0) - paid - price;
      if (reduced < 0) faults.push(`pair ${mission}-${candidate} would lower the cost`);
      if (holder === mission && reduced !== 0) faults.push(`pair ${mission}-${candidate} is made and not tight`);
    }
  }
  return faults;
}
