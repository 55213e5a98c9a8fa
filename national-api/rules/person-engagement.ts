/**
 * What a person's proposals say of them: the one definition of the derived columns of a candidate. Pure, so that a test
 * can count again from the proposals alone (DOMAIN §3).
 */
import type { Engagement } from '../../contract/domain/candidate-status.ts';
import { engagementOf } from '../../contract/domain/engagement.ts';
import type { Instant } from '../../contract/domain/instant.ts';
import type { ProposalState } from '../../contract/domain/proposal.ts';
import { isAwaitingContact, isLive } from '../../contract/domain/proposal.ts';
import { engagesUntil, isAssignment } from '../../contract/national/facts/promised-days.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { agencyBit } from '../kernel/audience.ts';
import type { Stored } from '../kernel/unit-of-work.ts';

type Proposal = Stored<'proposal'>;

export interface PersonEngagement {
  readonly engagement: Engagement;
  readonly engagedSince: string | null;
  readonly engagedProposalId: string | null;
  readonly assignedUntil: string | null;
  readonly openProposals: number;
  readonly involvedAgencies: number;
}

/** When a proposal began to wait: since it was made, or since it became open again. */
export function waitsSince(proposal: Proposal): string {
  return proposal.resumedAt ?? proposal.proposedAt;
}

/** @param proposals every proposal of one person */
export function personEngagement(proposals: readonly Proposal[], now: Instant): PersonEngagement {
  const live = proposals.filter(({ state }) => isLive(state as ProposalState));
  const waiting = live.filter(({ state }) => isAwaitingContact(state as ProposalState));
  const assigned = live.find((proposal) => isAssignment(proposal, now));
  const contacted = live.find(({ state }) => state === 'contacted');
  const engagement = live.reduce<Engagement>((strongest, proposal) => {
    const facts = [{ state: proposal.state as ProposalState, missionEnd: engagesUntil(proposal) }];
    return stronger(strongest, engagementOf(facts, todayOf(proposal.missionAgency, now)));
  }, 'none');
  const holder = engagement === 'assigned' ? assigned : engagement === 'contacted' ? contacted : undefined;
  const since = {
    none: null,
    proposed: waiting.map(waitsSince).sort()[0] ?? null,
    contacted: contacted?.contactedAt ?? null,
    assigned: assigned?.decidedAt ?? null,
  };
  return {
    engagement,
    engagedSince: since[engagement],
    engagedProposalId: holder?.id ?? null,
    assignedUntil: engagement === 'assigned' ? (assigned?.endDate ?? null) : null,
    openProposals: waiting.length,
    involvedAgencies: live.reduce((mask, { missionAgency }) => mask | agencyBit(missionAgency), 0),
  };
}

const STRENGTH: readonly Engagement[] = ['none', 'proposed', 'contacted', 'assigned'];

function stronger(left: Engagement, right: Engagement): Engagement {
  return STRENGTH.indexOf(right) > STRENGTH.indexOf(left) ? right : left;
}
