/** What the candidates' table shows of a person. */
import type { Availability, Engagement, Verification } from '../../../contract/domain/candidate-status.ts';
import { candidateStatusLabels } from '../../../contract/domain/candidate-status.ts';
import type { CandidateViewRow } from '../../store/views/view-rows.ts';
import type { Cell } from '../image/compare-values.ts';

const HOUR = 3_600_000;

/** Whole hours since the person is proposed or contacted; null when free or assigned. */
export function engagedHours(since: number | null, now: number): number | null {
  return since === null ? null : Math.max(0, Math.floor((now - since) / HOUR));
}

/** Since when an establishment keeps the person waiting, in milliseconds since 1970. */
export function engagedAt(row: CandidateViewRow): number | null {
  const isWaiting = row.engagement === 'proposed' || row.engagement === 'contacted';
  return isWaiting && row.engagedSince !== null ? Date.parse(row.engagedSince) : null;
}

/** The word of the "Statut" column. */
export function statusOf(row: Pick<CandidateViewRow, 'verification' | 'availability' | 'engagement'>): string {
  return candidateStatusLabels({
    verification: row.verification as Verification,
    availability: row.availability as Availability,
    engagement: row.engagement as Engagement,
  }).status;
}

/** @param now milliseconds since 1970 */
export function candidateCells(row: CandidateViewRow, now: number): Record<string, Cell> {
  return {
    lastName: row.lastName,
    firstName: row.firstName,
    postalCode: row.postalCode,
    profession: row.profession,
    specialty: row.specialty,
    startDate: row.startDate,
    endDate: row.endDate,
    ehpad: row.ehpad,
    intensiveCare: row.intensiveCare,
    vehicle: row.vehicle,
    identifierKind: row.identifierKind,
    identifier: row.identifier,
    mobilisation: row.mobilisation,
    status: statusOf(row),
    verification: row.verification,
    city: row.city,
    departement: row.departement,
    agency: row.agency,
    number: row.number,
    weekdays: row.weekdays,
    weekend: row.weekend,
    vaccinationHelp: row.vaccinationHelp,
    vaccinationExperience: row.vaccinationExperience,
    activityKind: row.activityKind,
    poolKinds: row.poolKinds,
    openProposals: row.openProposals,
    engagedHours: engagedHours(engagedAt(row), now),
    identityDocument: row.identityDocument,
    diploma: row.diploma,
    hasOpenIntent: row.hasOpenIntent,
    hasConflict: row.hasConflict,
  };
}
