import type { AssignmentInstance } from '../../arbitration/assignment-instance.ts';
import type { Solution } from '../../arbitration/assignment-search.ts';
import type { PairGates } from './pair-gates.ts';
import type { PlanGroups } from './plan-groups.ts';

/** Everything that was made on the way, for those who look further into it than the answer (tests, measures). */
export interface SolvedPlan {
  readonly instance: AssignmentInstance;
  readonly solution: Solution;
  readonly isProven: boolean;
  readonly gates: PairGates;
  readonly groups: PlanGroups;
  readonly limits: Int32Array;
  readonly rounds: number;
}
