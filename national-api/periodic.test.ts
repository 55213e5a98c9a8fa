import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPeriodic } from './periodic.ts';

describe('a periodic job', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes on after a failure, which is logged by its class alone', async () => {
    const lines: unknown[] = [];
    let turns = 0;
    const job = async () => {
      turns += 1;
      if (turns === 1) throw new TypeError('a name that must not be logged');
    };
    const periodic = startPeriodic('test', 1000, job, (event, fields) => lines.push([event, fields]));
    await vi.advanceTimersByTimeAsync(3000);
    await periodic.stop();
    await vi.advanceTimersByTimeAsync(3000);
    expect(turns).toBe(3);
    expect(lines).toEqual([['periodic.fault', { job: 'test', error: 'TypeError' }]]);
  });

  it('never runs twice at once, and waits for the turn under way before it is stopped', async () => {
    let running = 0;
    let most = 0;
    let ended = 0;
    const job = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5000));
      running -= 1;
      ended += 1;
    };
    const periodic = startPeriodic('test', 1000, job, () => {});
    await vi.advanceTimersByTimeAsync(7500);
    const stopped = periodic.stop();
    await vi.advanceTimersByTimeAsync(5000);
    await stopped;
    expect({ most, ended, running }).toEqual({ most: 1, ended: 2, running: 0 });
  });
});
