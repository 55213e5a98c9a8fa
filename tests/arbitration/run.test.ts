/** A plan's worker: cancelled, killed, and what is left of the plan then. */
import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { createPlanShelf } from '../../src-main/engine/arbitration/plan-shelf.ts';
import type { PlanWorker, StartPlanWorker } from '../../src-main/engine/arbitration/run-plan.ts';
import { startPlanWorker } from '../../src-main/engine/arbitration/run-plan.ts';
import type { World } from './support/plan-world.ts';
import { DESK, openWorld, randomWorld, requestOf } from './support/plan-world.ts';

const SIZE = { missions: 40, candidates: 200, agencies: 3, professions: 1 };
const { scope, constraints } = requestOf({ reach: 'nation' });

/** A worker that says nothing until the test makes it. */
class HeldWorker extends EventEmitter implements PlanWorker {
  isTerminated = false;
  terminate(): Promise<number> {
    this.isTerminated = true;
    this.emit('exit', 1);
    return Promise.resolve(1);
  }
}

describe('the worker of a plan', () => {
  const held: { world: World | null } = { world: null };
  afterEach(() => held.world?.close());

  async function shelfWith(startWorker: StartPlanWorker) {
    const world = await openWorld(randomWorld(3, SIZE), DESK);
    held.world = world;
    const ids = { next: 0 };
    const makeId = () => {
      ids.next += 1;
      return `plan-${ids.next}`;
    };
    return createPlanShelf(world, { makeId, stopwatch: () => 0, startWorker });
  }

  async function drain(stream: AsyncIterable<unknown>): Promise<number> {
    let count = 0;
    for await (const _progress of stream) count += 1;
    return count;
  }

  it('is ended when the plan is cancelled, and the plan can be run again', async () => {
    const worker = new HeldWorker();
    const workers: (PlanWorker | null)[] = [worker, null];
    const shelf = await shelfWith((problem) => workers.shift() ?? startPlanWorker(problem));
    const { planId } = await shelf.prepare(scope, constraints);
    const running = drain(shelf.run(planId, undefined));
    while (worker.listenerCount('exit') === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(shelf.view(planId).state).toBe('running');
    worker.emit('message', { type: 'progress', phase: 'solving', done: 1, outOf: 9 });
    shelf.cancel(planId);
    await expect(running).rejects.toMatchObject({ code: 'not-allowed' });
    expect(worker.isTerminated).toBe(true);
    expect(shelf.view(planId)).toMatchObject({ state: 'cancelled', outcome: null });
    expect(await drain(shelf.run(planId, undefined))).toBeGreaterThan(0);
    expect(shelf.view(planId)).toMatchObject({ state: 'ready', outcome: { isProven: true } });
  });

  it('that is killed leaves the plan before as it was, and says so', async () => {
    const worker = new HeldWorker();
    const workers: (PlanWorker | null)[] = [null, worker];
    const shelf = await shelfWith((problem) => workers.shift() ?? startPlanWorker(problem));
    const { planId } = await shelf.prepare(scope, constraints);
    await drain(shelf.run(planId, undefined));
    const filled = shelf.view(planId).outcome?.plan.filled;
    const running = drain(shelf.run(planId, undefined));
    while (worker.listenerCount('exit') === 0) await new Promise((resolve) => setImmediate(resolve));
    worker.emit('exit', 137);
    await expect(running).rejects.toMatchObject({ code: 'not-allowed' });
    const { state, message, outcome } = shelf.view(planId);
    expect({ state, message }).toEqual({
      state: 'failed',
      message: 'Le calcul s’est interrompu : rien n’est perdu, relancez-le.',
    });
    expect(outcome?.plan.filled).toBe(filled);
  });

  it('that is really killed is noticed too', async () => {
    const shelf = await shelfWith((problem) => {
      const worker = startPlanWorker(problem);
      worker.terminate().catch(() => {});
      return worker;
    });
    const { planId } = await shelf.prepare(scope, constraints);
    await expect(drain(shelf.run(planId, undefined))).rejects.toMatchObject({ code: 'not-allowed' });
    expect(shelf.view(planId).state).toBe('failed');
  });

  it('is ended when who asked for the plan leaves', async () => {
    const worker = new HeldWorker();
    const shelf = await shelfWith(() => worker);
    const { planId } = await shelf.prepare(scope, constraints);
    const control = new AbortController();
    const running = drain(shelf.run(planId, control.signal));
    while (worker.listenerCount('exit') === 0) await new Promise((resolve) => setImmediate(resolve));
    control.abort();
    await expect(running).rejects.toMatchObject({ code: 'not-allowed' });
    expect(worker.isTerminated).toBe(true);
  });

  it('computes one plan at a time of one session', async () => {
    const worker = new HeldWorker();
    const shelf = await shelfWith(() => worker);
    const { planId } = await shelf.prepare(scope, constraints);
    const running = drain(shelf.run(planId, undefined));
    while (worker.listenerCount('exit') === 0) await new Promise((resolve) => setImmediate(resolve));
    await expect(drain(shelf.run(planId, undefined))).rejects.toMatchObject({ code: 'not-allowed' });
    shelf.forget(planId);
    await expect(running).rejects.toMatchObject({ code: 'not-allowed' });
    expect(() => shelf.view(planId)).toThrow();
  });
});
