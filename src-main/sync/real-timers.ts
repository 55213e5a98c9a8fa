/** The time of the machine, for the loop. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Timers } from './sync-loop.ts';

/** What a timer of the platform can count. */
const LONGEST = 2 ** 31 - 1;

export const REAL_TIMERS: Timers = {
  now: () => Date.now(),
  fraction: () => Math.random(),
  async wait(milliseconds, signal) {
    await wait(Math.min(milliseconds, LONGEST), undefined, { signal }).catch(() => {});
  },
};
