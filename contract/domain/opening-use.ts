import type { CivilDate } from './civil-date.ts';
import type { CandidateId } from './identity.ts';
import type { Opening, OpeningState } from './opening.ts';
import type { ProposalState } from './proposal.ts';
import { isLive } from './proposal.ts';

/** A proposal that was made under an opening. */
export interface ProposalUnderOpening {
  readonly candidateId: CandidateId;
  readonly state: ProposalState;
}

/** How much of the ceiling is taken, in distinct people. */
export interface OpeningUse {
  /** Assigned, or whose assignment reached its end. */
  readonly assigned: number;
  /** With a live proposal or an assignment; never less than `assigned`. */
  readonly engaged: number;
  readonly remaining: number;
}

/**
 * Counts distinct people with a live proposal or an assignment (DOMAIN §6). An assignment that ended on its date still
 * counts: the help was given. One that ended early, was cancelled, refused or lapsed gives its place back.
 */
export function openingUse(ceiling: number, proposals: readonly ProposalUnderOpening[]): OpeningUse {
  const assigned = new Set<CandidateId>();
  const engaged = new Set<CandidateId>();
  for (const { candidateId, state } of proposals) {
    const isAssigned = state === 'accepted' || state === 'ended';
    if (isAssigned) assigned.add(candidateId);
    if (isAssigned || isLive(state)) engaged.add(candidateId);
  }
  return { assigned: assigned.size, engaged: engaged.size, remaining: Math.max(0, ceiling - engaged.size) };
}

/**
 * The state an opening must have today: it pauses when full, resumes when a place comes back, closes when as many as
 * the ceiling are assigned or the last day has passed. `awaiting-agreement` ends only by the lender's agreement or by
 * date; `closed` is final. People already proposed stay until their proposal ends.
 *
 * ```
 *   EN ATTENTE D'ACCORD ──agreement──▶ EN COURS ◀──full / place back──▶ EN PAUSE
 *            └──────────── date ─────────▶ CLOSE ◀── ceiling assigned, date, hand ──┘
 * ```
 */
export function openingStateAfter(
  opening: Pick<Opening, 'state' | 'ceiling' | 'until'>,
  use: OpeningUse,
  today: CivilDate,
): OpeningState {
  if (opening.state === 'closed' || today > opening.until || use.assigned >= opening.ceiling) return 'closed';
  if (opening.state === 'awaiting-agreement') return 'awaiting-agreement';
  return use.remaining === 0 ? 'paused' : 'active';
}
