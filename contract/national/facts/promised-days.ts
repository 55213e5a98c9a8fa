/** Days that a person's proposals already promise, counted where each mission's agency lives (DOMAIN §3). */
import type { Instant } from '../../domain/instant.ts';
import type { ProposalRow } from '../rows/proposal-row.ts';
import { todayOf } from './today.ts';

type Dated = Pick<ProposalRow, 'state' | 'missionAgency' | 'startDate' | 'endDate'>;

/** Last day that an assignment engages; any other proposal has none. */
export const engagesUntil = (proposal: Pick<ProposalRow, 'endDate'>): string => proposal.endDate ?? '9999-12-31';

/** An accepted proposal whose last day, where the mission's agency lives, is not over. */
export function isAssignment(proposal: Omit<Dated, 'startDate'>, now: Instant): boolean {
  return proposal.state === 'accepted' && todayOf(proposal.missionAgency, now) <= engagesUntil(proposal);
}

/** Days that are already promised: assignments, and those that ended early on a day that is not over. */
export function promisedDays(
  proposals: readonly Dated[],
  now: Instant,
): { readonly from: string; readonly until: string | null }[] {
  return proposals
    .filter(
      (proposal) =>
        isAssignment(proposal, now) ||
        ((proposal.state === 'ended-early' || proposal.state === 'ended') &&
          (proposal.endDate ?? '') >= todayOf(proposal.missionAgency, now)),
    )
    .map(({ startDate, endDate }) => ({ from: startDate ?? '0001-01-01', until: endDate }));
}
