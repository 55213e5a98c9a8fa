/** A plan counted by hand, for comparison. */
import type { Assignment, AssignmentInstance } from '../../../src-main/arbitration/assignment-instance.ts';
import { costOf } from '../../../src-main/arbitration/assignment-instance.ts';

export function measurePlan(instance: AssignmentInstance, assignment: Assignment, before?: Int32Array) {
  const filled = new Map<number, number>([...new Set(instance.weights)].map((weight) => [weight, 0]));
  const plan = { filled, cost: 0, kept: 0 };
  assignment.forEach((mission, candidate) => {
    if (mission < 0) return;
    const weight = instance.weights[mission] ?? 0;
    filled.set(weight, (filled.get(weight) ?? 0) + 1);
    plan.cost += costOf(instance, mission, candidate) ?? Number.NaN;
    if (before?.[candidate] === mission) plan.kept += 1;
  });
  return plan;
}

export const filledPosts = (assignment: Assignment): number => assignment.filter((mission) => mission >= 0).length;
