import type { PlanAnswer, PlanPhase } from './plan-problem.ts';

/** What the worker of a plan says. */
export type WorkerMessage =
  | { readonly type: 'progress'; readonly phase: PlanPhase; readonly done: number; readonly outOf: number }
  | { readonly type: 'answer'; readonly answer: PlanAnswer };
