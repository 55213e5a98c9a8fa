import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProposalEvent, ProposalState } from './proposal.ts';
import {
  isAwaitingContact,
  isLive,
  isTerminal,
  MAX_OPEN_PROPOSALS,
  mayProposeAgain,
  PROPOSAL_EVENTS,
  PROPOSAL_STATES,
  transition,
} from './proposal.ts';

const ALLOWED: Readonly<Record<string, ProposalState>> = {
  'open contact': 'contacted',
  'open suspend': 'suspended',
  'open withdraw': 'withdrawn',
  'open lapse': 'lapsed',
  'suspended resume': 'open',
  'suspended withdraw': 'withdrawn',
  'suspended lapse': 'lapsed',
  'contacted accept': 'accepted',
  'contacted refuse': 'refused',
  'contacted release': 'released',
  'contacted lapse': 'lapsed',
  'accepted end': 'ended',
  'accepted end-early': 'ended-early',
  'accepted cancel': 'cancelled',
};

const walk = fc.array(fc.constantFrom(...PROPOSAL_EVENTS), { maxLength: 12 });

function path(events: readonly ProposalEvent[]): readonly ProposalState[] {
  const states: ProposalState[] = ['open'];
  for (const event of events) {
    const next = transition(states.at(-1) ?? 'open', event);
    if (next !== null) states.push(next);
  }
  return states;
}

describe('transition', () => {
  it('allows what the drawing of DOMAIN §4 shows, and nothing else', () => {
    for (const state of PROPOSAL_STATES) {
      for (const event of PROPOSAL_EVENTS) {
        expect(transition(state, event), `${state} ${event}`).toBe(ALLOWED[`${state} ${event}`] ?? null);
      }
    }
  });

  it('F84 nobody is accepted or refused without a contact just before', () => {
    fc.assert(
      fc.property(walk, (events) => {
        const states = path(events);
        for (const [index, state] of states.entries()) {
          if (state === 'accepted' || state === 'refused') expect(states[index - 1]).toBe('contacted');
        }
        expect(states[0]).toBe('open');
      }),
    );
  });

  it('a terminal state is the last of any walk, and every state is live or terminal', () => {
    fc.assert(
      fc.property(walk, (events) => {
        expect(path(events).slice(0, -1).some(isTerminal)).toBe(false);
      }),
    );
    expect(PROPOSAL_STATES.filter(isLive)).toEqual(['open', 'suspended', 'contacted', 'accepted']);
    expect(PROPOSAL_STATES.filter(isAwaitingContact)).toEqual(['open', 'suspended']);
  });

  it('F85 a suspended proposal cannot be contacted: another establishment holds the person', () => {
    expect(transition('suspended', 'contact')).toBeNull();
  });

  it('F80 at most three proposals wait for one person', () => {
    expect(MAX_OPEN_PROPOSALS).toBe(3);
    expect([0, 1, 2, 3, 4].map(mayProposeAgain)).toEqual([true, true, true, false, false]);
  });
});
