import { describe, expect, it } from 'vitest';
import type { ProposalState } from '../../contract/domain/proposal.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { personEngagement } from './person-engagement.ts';

const NOW = Date.UTC(2020, 10, 15, 8);

function aProposal(id: string, state: ProposalState, patch: Partial<Stored<'proposal'>> = {}): Stored<'proposal'> {
  return {
    id,
    version: 1,
    missionId: `mission-${id}`,
    candidateId: 'candidate',
    establishmentId: 'establishment',
    establishmentName: 'EHPAD de démonstration',
    missionAgency: 6,
    candidateAgency: 6,
    profession: 'aide-soignant',
    state,
    origin: 'agency',
    openingId: null,
    proposedByName: 'Régulation 6',
    proposedAt: '2020-11-13T08:00:00.000Z',
    resumedAt: null,
    contactedByName: null,
    contactedAt: null,
    remindedAt: null,
    decidedByName: null,
    decidedAt: null,
    reason: null,
    startDate: null,
    endDate: null,
    mailState: null,
    updatedAt: '2020-11-13T08:00:00.000Z',
    ...patch,
  };
}

const accepted = (id: string, endDate: string) =>
  aProposal(id, 'accepted', { startDate: '2020-11-01', endDate, decidedAt: '2020-11-01T09:00:00.000Z' });

describe('personEngagement', () => {
  it('nobody', () => {
    expect(personEngagement([aProposal('a', 'refused'), aProposal('b', 'withdrawn')], NOW)).toEqual({
      engagement: 'none',
      engagedSince: null,
      engagedProposalId: null,
      assignedUntil: null,
      openProposals: 0,
      involvedAgencies: 0,
    });
  });

  it('F80 proposed since the oldest that still waits; a resumed one starts again', () => {
    const proposals = [
      aProposal('a', 'open', { proposedAt: '2020-11-10T08:00:00.000Z', resumedAt: '2020-11-14T08:00:00.000Z' }),
      aProposal('b', 'open', { missionAgency: 14 }),
    ];
    expect(personEngagement(proposals, NOW)).toMatchObject({
      engagement: 'proposed',
      engagedSince: '2020-11-13T08:00:00.000Z',
      engagedProposalId: null,
      openProposals: 2,
      involvedAgencies: 2 ** 5 + 2 ** 13,
    });
  });

  it('F81 contacted since the contact, by that proposal', () => {
    const proposals = [
      aProposal('a', 'suspended'),
      aProposal('b', 'contacted', { contactedAt: '2020-11-14T10:00:00.000Z' }),
    ];
    expect(personEngagement(proposals, NOW)).toMatchObject({
      engagement: 'contacted',
      engagedSince: '2020-11-14T10:00:00.000Z',
      engagedProposalId: 'b',
      openProposals: 1,
    });
  });

  it('F82 assigned until the last day included, whether or not its end is recorded', () => {
    expect(personEngagement([accepted('a', '2020-11-15')], NOW)).toMatchObject({
      engagement: 'assigned',
      engagedSince: '2020-11-01T09:00:00.000Z',
      engagedProposalId: 'a',
      assignedUntil: '2020-11-15',
    });
    expect(personEngagement([accepted('a', '2020-11-14')], NOW)).toMatchObject({
      engagement: 'none',
      engagedProposalId: null,
      assignedUntil: null,
    });
  });

  it('the strongest wins, and an assignment over does not hide a contact', () => {
    const contact = aProposal('b', 'contacted', { contactedAt: '2020-11-14T10:00:00.000Z' });
    expect(personEngagement([contact, accepted('a', '2020-12-01')], NOW).engagement).toBe('assigned');
    expect(personEngagement([accepted('a', '2020-11-10'), contact], NOW)).toMatchObject({
      engagement: 'contacted',
      engagedProposalId: 'b',
    });
  });
});
