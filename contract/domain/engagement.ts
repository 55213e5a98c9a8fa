import type { Engagement } from './candidate-status.ts';
import type { CivilDate } from './civil-date.ts';
import type { ProposalState } from './proposal.ts';

/** What a person's proposals say of their engagement. */
export interface EngagingProposal {
  readonly state: ProposalState;
  /** Last day of the mission; an accepted proposal engages until that day included. */
  readonly missionEnd: CivilDate;
}

/**
 * The engagement of a person, derived from all their proposals (DOMAIN §3): an accepted one engages until the day after
 * the end date, whether or not its end was already recorded.
 *
 * @param today the civil date where the mission's ARS lives
 */
export function engagementOf(proposals: readonly EngagingProposal[], today: CivilDate): Engagement {
  let engagement: Engagement = 'none';
  for (const { state, missionEnd } of proposals) {
    if (state === 'accepted' && today <= missionEnd) return 'assigned';
    if (state === 'contacted') engagement = 'contacted';
    else if ((state === 'open' || state === 'suspended') && engagement === 'none') engagement = 'proposed';
  }
  return engagement;
}
