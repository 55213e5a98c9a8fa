import { describe, expect, it } from 'vitest';
import { PROPOSAL_STATES } from '../../contract/domain/proposal.ts';
import { coverOf } from './refresh-cover.ts';

describe('coverOf', () => {
  it('F58 counts as recruited those accepted and those whose assignment reached its end, and nobody else', () => {
    const counted = PROPOSAL_STATES.map((state) => [state, coverOf([{ state, count: 2 }])] as const);
    const where = (column: 'accepted' | 'contacted' | 'proposed') =>
      counted.filter(([, cover]) => cover[column] === 2).map(([state]) => state);
    expect(where('accepted')).toEqual(['accepted', 'ended']);
    expect(where('contacted')).toEqual(['contacted']);
    expect(where('proposed')).toEqual(['open', 'suspended']);
  });

  it('adds the states of one column', () => {
    const counts = [
      { state: 'accepted', count: 1 },
      { state: 'ended', count: 2 },
      { state: 'refused', count: 9 },
    ];
    expect(coverOf(counts)).toEqual({ accepted: 3, contacted: 0, proposed: 0 });
  });
});
