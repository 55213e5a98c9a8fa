import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngagingProposal } from './engagement.ts';
import { engagementOf } from './engagement.ts';
import { PROPOSAL_STATES } from './proposal.ts';

const TODAY = '2020-07-09';
const END = '2020-07-31';
const proposals = fc.array(
  fc.record({ state: fc.constantFrom(...PROPOSAL_STATES), missionEnd: fc.constantFrom('2020-07-08', TODAY, END) }),
  { maxLength: 5 },
);

describe('engagementOf', () => {
  it.each<[string, EngagingProposal[], string]>([
    ['nothing', [], 'none'],
    ['F80 one open', [{ state: 'open', missionEnd: END }], 'proposed'],
    ['one suspended', [{ state: 'suspended', missionEnd: END }], 'proposed'],
    [
      'F81 F85 one contacted, the others suspended',
      [
        { state: 'suspended', missionEnd: END },
        { state: 'contacted', missionEnd: END },
        { state: 'suspended', missionEnd: END },
      ],
      'contacted',
    ],
    [
      'F82 one accepted',
      [
        { state: 'lapsed', missionEnd: END },
        { state: 'accepted', missionEnd: END },
      ],
      'assigned',
    ],
    ['accepted, on its last day', [{ state: 'accepted', missionEnd: TODAY }], 'assigned'],
    ['accepted, the day after its end', [{ state: 'accepted', missionEnd: '2020-07-08' }], 'none'],
    ['F83 F165 refused', [{ state: 'refused', missionEnd: END }], 'none'],
    ['ended early', [{ state: 'ended-early', missionEnd: END }], 'none'],
  ])('%s', (_title, given, expected) => {
    expect(engagementOf(given, TODAY)).toBe(expected);
  });

  it('does not depend on the order of the proposals', () => {
    fc.assert(
      fc.property(proposals, (given) => {
        expect(engagementOf([...given].reverse(), TODAY)).toBe(engagementOf(given, TODAY));
      }),
    );
  });
});
