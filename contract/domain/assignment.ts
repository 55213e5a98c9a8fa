import type { CivilDate, CivilRange } from './civil-date.ts';
import { rangesOverlap } from './civil-date.ts';
import type { EstablishmentId } from './identity.ts';
import type { ProposalEvent } from './proposal.ts';

/** The rules of an assignment (affectation): who may be assigned on behalf, and how one ends before its date. */
export const ASSIGNMENT_REFUSALS = ['held-elsewhere', 'overlapping-assignment'] as const;
export type AssignmentRefusal = (typeof ASSIGNMENT_REFUSALS)[number];

export const ASSIGNMENT_REFUSAL_LABELS: Readonly<Record<AssignmentRefusal, string>> = {
  'held-elsewhere': 'Un autre établissement a réservé cette personne.',
  'overlapping-assignment': 'Cette personne est déjà affectée à ces dates.',
};

/** What an assignment must look at. */
export interface AssignmentFacts {
  readonly missionDates: { readonly from: CivilDate; readonly until: CivilDate };
  readonly establishmentId: EstablishmentId;
  /** The establishment that holds the person by a contact, null when none does. */
  readonly contactedBy: EstablishmentId | null;
  /** The other assignments of the person, ended ones excluded. */
  readonly assignments: readonly CivilRange[];
}

/**
 * Why a person cannot be assigned, on behalf or by the establishment, or null when they can (DOMAIN §3, §4.5): never
 * while another establishment holds them, never on dates that share a day with another assignment. A person who is
 * free, EN COURS, or contacted by that establishment can be.
 */
export function assignmentRefusal(facts: AssignmentFacts): AssignmentRefusal | null {
  const { contactedBy, establishmentId, assignments, missionDates } = facts;
  if (contactedBy !== null && contactedBy !== establishmentId) return 'held-elsewhere';
  return assignments.some((other) => rangesOverlap(other, missionDates)) ? 'overlapping-assignment' : null;
}

/**
 * The event that stops an assignment (DOMAIN §4.8): cancelled before its first day, ended early until its last one,
 * null afterwards, when nothing is left to stop.
 */
export function stoppingEvent(
  missionDates: { readonly from: CivilDate; readonly until: CivilDate },
  today: CivilDate,
): Extract<ProposalEvent, 'cancel' | 'end-early'> | null {
  if (today > missionDates.until) return null;
  return today < missionDates.from ? 'cancel' : 'end-early';
}
