import { describe, expect, it } from 'vitest';
import type { AccountRequestState } from './account-request.ts';
import {
  ACCOUNT_REQUEST_EVENTS,
  ACCOUNT_REQUEST_STATES,
  activationLinkState,
  initialAccountRequestState,
  isLate,
  nextAccountRequestState,
} from './account-request.ts';
import { MILLISECONDS_PER_HOUR } from './instant.ts';

const ALLOWED: Readonly<Record<string, AccountRequestState>> = {
  'submitted validate': 'validated',
  'submitted refuse': 'refused',
  'duplicate resolve-duplicate': 'submitted',
  'duplicate refuse': 'refused',
  'validated activate': 'activated',
  'validated refuse': 'refused',
};

describe('account requests', () => {
  it('F32 allow what their drawing shows, and nothing else', () => {
    for (const state of ACCOUNT_REQUEST_STATES) {
      for (const event of ACCOUNT_REQUEST_EVENTS) {
        expect(nextAccountRequestState(state, event)).toBe(ALLOWED[`${state} ${event}`] ?? null);
      }
    }
  });

  it('F24 a second request with the same e-mail waits for a person, the first goes on', () => {
    expect(initialAccountRequestState(true)).toBe('duplicate');
    expect(initialAccountRequestState(false)).toBe('submitted');
    expect(nextAccountRequestState('duplicate', 'validate')).toBeNull();
  });

  it.each([
    ['submitted', 24, false],
    ['submitted', 24.1, true],
    ['duplicate', 30, true],
    ['validated', 300, false],
    ['refused', 300, false],
    ['activated', 300, false],
  ] as const)('F33 %s for %d h is late: %s', (state, hours, late) => {
    expect(isLate(state, 0, hours * MILLISECONDS_PER_HOUR)).toBe(late);
  });

  it.each([
    [null, 72, 'usable'],
    [null, 72.01, 'expired'],
    [1, 2, 'used'],
    [1, 100, 'used'],
  ] as const)('F34 a link used at %s, looked at after %d h, is %s', (usedAt, hours, state) => {
    expect(activationLinkState({ sentAt: 0, usedAt }, hours * MILLISECONDS_PER_HOUR)).toBe(state);
  });
});
