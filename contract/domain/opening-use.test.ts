import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOpening, TODAY } from '../../tests/support/matching-pair.ts';
import type { ProposalUnderOpening } from './opening-use.ts';
import { openingStateAfter, openingUse } from './opening-use.ts';
import { PROPOSAL_STATES } from './proposal.ts';

const proposals = fc.array(
  fc.record({
    candidateId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    state: fc.constantFrom(...PROPOSAL_STATES),
  }),
  { maxLength: 12 },
);
const people = (...states: ProposalUnderOpening['state'][]): ProposalUnderOpening[] =>
  states.map((state, index) => ({ candidateId: `candidate-${index}`, state }));

describe('openingUse', () => {
  it('D6 counts people, not proposals', () => {
    const twice: ProposalUnderOpening[] = [
      { candidateId: 'a', state: 'open' },
      { candidateId: 'a', state: 'suspended' },
    ];
    expect(openingUse(3, twice)).toEqual({ assigned: 0, engaged: 1, remaining: 2 });
  });

  it('D6 gives a place back when a proposal fails or an assignment ends early', () => {
    const states = people('refused', 'withdrawn', 'released', 'lapsed', 'ended-early', 'cancelled');
    expect(openingUse(3, states)).toEqual({ assigned: 0, engaged: 0, remaining: 3 });
    expect(openingUse(3, people('accepted', 'ended', 'contacted'))).toEqual({ assigned: 2, engaged: 3, remaining: 0 });
  });

  it('D6 assigned ≤ engaged, and nothing depends on the order', () => {
    fc.assert(
      fc.property(fc.nat(10), proposals, (ceiling, given) => {
        const use = openingUse(ceiling, given);
        expect(use.assigned).toBeLessThanOrEqual(use.engaged);
        expect(use.remaining).toBe(Math.max(0, ceiling - use.engaged));
        expect(openingUse(ceiling, [...given].reverse())).toEqual(use);
      }),
    );
  });
});

describe('openingStateAfter', () => {
  const stateWith = (given: ProposalUnderOpening[], changes = {}): string => {
    const opening = anOpening({ ceiling: 2, ...changes });
    return openingStateAfter(opening, openingUse(opening.ceiling, given), TODAY);
  };

  it('D6 runs while a place is left, pauses when full, resumes when one comes back', () => {
    expect(stateWith(people('open'))).toBe('active');
    expect(stateWith(people('open', 'contacted'))).toBe('paused');
    expect(stateWith(people('open', 'refused'), { state: 'paused' })).toBe('active');
  });

  it('D6 closes itself when the ceiling is assigned, or by date, for good', () => {
    expect(stateWith(people('accepted', 'open'))).toBe('paused');
    expect(stateWith(people('accepted', 'accepted'))).toBe('closed');
    expect(stateWith([], { until: '2020-07-08' })).toBe('closed');
    expect(stateWith([], { until: TODAY })).toBe('active');
    expect(stateWith([], { state: 'closed' })).toBe('closed');
  });

  it('D6 waits for the lender until its last day', () => {
    expect(stateWith([], { state: 'awaiting-agreement' })).toBe('awaiting-agreement');
    expect(stateWith([], { state: 'awaiting-agreement', until: '2020-07-08' })).toBe('closed');
  });
});
