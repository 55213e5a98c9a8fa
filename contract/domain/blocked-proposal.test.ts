import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCKED_STATES, blockedState, DEFAULT_BLOCKED_THRESHOLDS } from './blocked-proposal.ts';
import { MILLISECONDS_PER_HOUR } from './instant.ts';
import { PROPOSAL_STATES } from './proposal.ts';

const hours = (count: number): number => count * MILLISECONDS_PER_HOUR;

describe('blockedState', () => {
  it.each([
    ['contacted', 23.9, 'in-time'],
    ['contacted', 24, 'to-remind'],
    ['contacted', 47.9, 'to-remind'],
    ['contacted', 48, 'blocked'],
    ['contacted', 49, 'blocked'],
    ['open', 49, 'in-time'],
    ['open', 72, 'to-lapse'],
    ['suspended', 500, 'in-time'],
    ['accepted', 500, 'in-time'],
    ['refused', 500, 'in-time'],
  ] as const)('F86 D1 %s for %d h is %s', (state, age, expected) => {
    expect(blockedState({ state, since: hours(1_000) }, hours(1_000 + age))).toBe(expected);
  });

  it('F86 follows the thresholds of the settings', () => {
    const strict = { contactReminderHours: 2, contactBlockedHours: 4, openLapseHours: 6 };
    expect(blockedState({ state: 'contacted', since: 0 }, hours(4), strict)).toBe('blocked');
    expect(blockedState({ state: 'open', since: 0 }, hours(6), strict)).toBe('to-lapse');
    expect(DEFAULT_BLOCKED_THRESHOLDS.contactBlockedHours).toBe(48);
  });

  it('D1 time only makes it worse', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROPOSAL_STATES), fc.nat(200), fc.nat(200), (state, first, more) => {
        const rank = (age: number): number => BLOCKED_STATES.indexOf(blockedState({ state, since: 0 }, hours(age)));
        expect(rank(first + more)).toBeGreaterThanOrEqual(rank(first));
      }),
    );
  });
});
