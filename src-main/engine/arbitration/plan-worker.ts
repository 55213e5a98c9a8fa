/**
 * Entry of the worker that makes plans, so that no answer ever waits behind one. It is given one problem, tells how far
 * it is, answers, and ends; whoever no longer wants the plan ends the worker.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { PlanProblem } from './plan-problem.ts';
import { solvePlan } from './solve-plan.ts';
import type { WorkerMessage } from './worker-message.ts';

const TELL_EVERY_MILLISECONDS = 100;

const state = { toldAt: Number.NEGATIVE_INFINITY };
const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

const answer = solvePlan(workerData as PlanProblem, (phase, done, outOf) => {
  const now = performance.now();
  if (now - state.toldAt < TELL_EVERY_MILLISECONDS) return;
  state.toldAt = now;
  post({ type: 'progress', phase, done, outOf });
});
post({ type: 'answer', answer });
