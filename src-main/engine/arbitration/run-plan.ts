/** Runs one plan in a worker of its own; a worker that dies leaves the plan as it was and says so. */
import { Worker } from 'node:worker_threads';
import type { PlanAnswer, PlanProblem } from './plan-problem.ts';
import type { WorkerMessage } from './worker-message.ts';

/** A plan that nobody wants any more. */
export class PlanCancelled extends Error {
  constructor() {
    super('The plan was cancelled.');
    this.name = 'PlanCancelled';
  }
}

/** The worker ended before it answered. */
export class PlanWorkerDied extends Error {
  /** @param reason for the log: never anybody's data */
  constructor(reason: string) {
    super(`The worker of the plan died: ${reason}.`);
    this.name = 'PlanWorkerDied';
  }
}

/** What a plan's worker is to who runs it: `Worker` of Node, or one that tests hold. */
export interface PlanWorker {
  on(event: 'message', listener: (message: WorkerMessage) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

export type StartPlanWorker = (problem: PlanProblem) => PlanWorker;

/** The worker's program stands beside this file, in the sources as in the bundle. */
export const startPlanWorker: StartPlanWorker = (problem) => {
  const name = import.meta.url.endsWith('.ts') ? './plan-worker.ts' : './plan-worker.cjs';
  return new Worker(new URL(name, import.meta.url), { name: 'arbitrage', workerData: problem });
};

/**
 * @param tell each message of progress
 * @throws PlanCancelled when the signal says so, the worker being ended; PlanWorkerDied
 */
export function runPlan(
  start: StartPlanWorker,
  problem: PlanProblem,
  tell: (message: Extract<WorkerMessage, { type: 'progress' }>) => void,
  signal: AbortSignal,
): Promise<PlanAnswer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new PlanCancelled());
      return;
    }
    const worker = start(problem);
    const fault = { reason: '' };
    const cancel = () => {
      reject(new PlanCancelled());
      worker.terminate().catch(() => {});
    };
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message) => {
      if (message.type === 'progress') tell(message);
      else resolve(message.answer);
    });
    worker.on('error', (error) => {
      fault.reason = error instanceof Error ? error.name : 'error';
    });
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', cancel);
      reject(new PlanWorkerDied(fault.reason === '' ? `exit ${code}` : fault.reason));
    });
  });
}
