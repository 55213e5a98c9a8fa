import { afterEach, describe, expect, it } from 'vitest';
import { decide, decisionOf, memoryStore } from '../../tests/support/desk-rows.ts';
import { SILENT_LOG } from '../diagnostics/log.ts';
import type { NationalClient } from '../national/national-client.ts';
import type { NationalFaultCode } from '../national/national-fault.ts';
import { NationalFault } from '../national/national-fault.ts';
import type { SyncLoop, Timers } from './sync-loop.ts';
import { startSyncLoop } from './sync-loop.ts';
import type { SyncStatus } from './sync-status.ts';
import { SIGNED_OUT } from './sync-status.ts';
import type { Synchroniser } from './synchroniser.ts';

/** Time that only moves when it is told to; whoever waits is woken in order. */
function heldTime() {
  let now = 0;
  const waiting = new Set<{ until: number; wake: () => void }>();
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const timers: Timers = {
    now: () => now,
    fraction: () => 0,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const one = {
          until: now + milliseconds,
          wake: () => {
            waiting.delete(one);
            resolve();
          },
        };
        waiting.add(one);
        signal.addEventListener('abort', one.wake, { once: true });
      }),
  };
  return {
    timers,
    settle,
    async pass(milliseconds: number) {
      now += milliseconds;
      for (const one of [...waiting]) if (one.until <= now) one.wake();
      await settle();
    },
  };
}

function stage(first: (NationalFaultCode | { code: NationalFaultCode; retryAfter: number } | null)[] = []) {
  const store = memoryStore();
  const time = heldTime();
  const outcomes = [...first];
  const steps: number[] = [];
  let status: SyncStatus = SIGNED_OUT;
  let refusals = 0;
  const synchroniser: Synchroniser = {
    get status() {
      return status;
    },
    principal: null,
    renew() {},
    show(change) {
      status = { ...status, ...change };
    },
    async step() {
      steps.push(time.timers.now());
      const outcome = outcomes.shift() ?? null;
      if (outcome === null) {
        status = { ...status, connection: 'up-to-date', message: null };
        return;
      }
      const { code, retryAfter } = typeof outcome === 'string' ? { code: outcome, retryAfter: null } : outcome;
      throw new NationalFault(code, { retryAfter });
    },
  };
  const client = {
    async *news(signal: AbortSignal) {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      yield* [];
    },
  } as unknown as NationalClient;
  const loop = startSyncLoop({
    ...{ store, client, synchroniser, timers: time.timers, log: SILENT_LOG },
    onTokenRefused: () => {
      refusals += 1;
    },
  });
  return { store, time, loop, steps, status: () => status, refusals: () => refusals };
}

const note = (commandId: string) =>
  decisionOf(
    { commandId, kind: 'mission.note', subject: commandId, fact: 'note', missionId: commandId },
    { text: 'Vu' },
  );

describe('when to synchronise', () => {
  const loops: SyncLoop[] = [];
  afterEach(async () => {
    for (const loop of loops.splice(0)) await loop.stop();
  });
  const begin = (...outcomes: Parameters<typeof stage>) => {
    const made = stage(...outcomes);
    loops.push(made.loop);
    return made;
  };

  it('waits for a session, then begins at once', async () => {
    const { loop, time, steps } = begin();
    await time.pass(60_000);
    expect(steps).toEqual([]);
    loop.session(true);
    await time.settle();
    expect(steps).toEqual([60_000]);
  });

  it('leaves at once with what the person decides', async () => {
    const { loop, time, steps, store } = begin();
    loop.session(true);
    await time.settle();
    decide(store, note('k-1'));
    await time.settle();
    expect(steps).toHaveLength(2);
  });

  it('waits longer after each failure, is not hurried by decisions, and says when it tries again (TRUST R04)', async () => {
    const { loop, time, steps, store, status } = begin(['unreachable', 'unreachable', 'unreachable']);
    loop.session(true);
    await time.settle();
    expect(status()).toMatchObject({
      connection: 'offline',
      message: "Le service national n'est pas joignable.",
      nextAttemptAt: 1000,
    });
    decide(store, note('k-1'));
    await time.settle();
    expect(steps).toEqual([0]);
    await time.pass(1000);
    await time.pass(1999);
    expect(steps).toEqual([0, 1000]);
    await time.pass(1);
    await time.pass(4000);
    expect(steps).toEqual([0, 1000, 3000, 7000]);
    expect(status().connection).toBe('up-to-date');
  });

  it('keeps the delay that the service asked for, even when the person hurries', async () => {
    const { loop, time, steps } = begin([{ code: 'busy', retryAfter: 120 }]);
    loop.session(true);
    await time.settle();
    loop.hurry();
    await time.pass(119_000);
    expect(steps).toEqual([0]);
    await time.pass(1000);
    expect(steps).toEqual([0, 120_000]);
  });

  it('stops when the session has ended, asks for another once, and goes on with it; decisions stay', async () => {
    const { loop, time, steps, status, refusals, store } = begin(['session-expired']);
    decide(store, note('k-1'));
    loop.session(true);
    await time.settle();
    await time.pass(3_600_000);
    expect([steps.length, refusals(), status().connection]).toEqual([1, 1, 'session-expired']);
    loop.session(true);
    await time.settle();
    expect(steps).toHaveLength(2);
    expect(store.statements.rows('SELECT 1 FROM main.outbox')).toHaveLength(1);
  });

  it('rests while it is paused, and signs out in words', async () => {
    const { loop, time, steps, status } = begin();
    loop.session(true);
    await time.settle();
    loop.pause(true);
    await time.pass(600_000);
    expect([steps.length, status().connection]).toEqual([1, 'paused']);
    loop.pause(false);
    await time.settle();
    expect(steps).toHaveLength(2);
    loop.session(false);
    await time.pass(600_000);
    expect([steps.length, status().connection]).toEqual([2, 'signed-out']);
  });

  it('asks now and then when nothing tells it that there is news', async () => {
    const { loop, time, steps } = begin();
    loop.session(true);
    await time.settle();
    await time.pass(60_000);
    await time.pass(60_000);
    expect(steps.length).toBeGreaterThanOrEqual(3);
  });
});
