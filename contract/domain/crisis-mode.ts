import type { Availability, Engagement } from './candidate-status.ts';
import type { CivilDate } from './civil-date.ts';
import { rangeContains } from './civil-date.ts';
import type { AgencyCode } from './geography/agency.ts';
import type { EstablishmentId, MissionId } from './identity.ts';
import type { Mission } from './mission.ts';
import { missionState } from './mission.ts';
import type { ProfessionCode } from './profession.ts';

/** Crisis mode ("Gestion de Crise") of one agency, for all professions or some (F101, F102). */
export interface CrisisMode {
  readonly agency: AgencyCode;
  readonly professions: 'all' | readonly ProfessionCode[];
}

/** Direct access that an agency in crisis mode grants to a named establishment or mission, bounds inclusive (F8). */
export interface DirectAccessGrant {
  readonly agency: AgencyCode;
  readonly target:
    | { readonly kind: 'establishment'; readonly establishmentId: EstablishmentId }
    | { readonly kind: 'mission'; readonly missionId: MissionId };
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** Is the agency in crisis mode for the profession? Nobody switches it where no agency regulates (null). */
export function isInCrisis(
  crisis: readonly CrisisMode[],
  agency: AgencyCode | null,
  profession: ProfessionCode,
): boolean {
  return crisis.some(
    (mode) => mode.agency === agency && (mode.professions === 'all' || mode.professions.includes(profession)),
  );
}

type AccessMission = Pick<
  Mission,
  'id' | 'establishmentId' | 'agency' | 'wanted' | 'accepted' | 'end' | 'closing' | 'archived'
>;

export interface AccessCandidate {
  readonly agency: AgencyCode | null;
  readonly profession: ProfessionCode;
  readonly availability: Availability;
  readonly engagement: Engagement;
}

export const DIRECT_ACCESS_REFUSALS = [
  'mission-not-open',
  'mission-agency-in-crisis',
  'candidate-agency-in-crisis',
  'assigned',
  'contacted',
  'proposed',
  'unavailable',
] as const;
export type DirectAccessRefusal = (typeof DIRECT_ACCESS_REFUSALS)[number];

/** What an establishment reads when it cannot contact a person by itself. */
export const DIRECT_ACCESS_REFUSAL_LABELS: Readonly<Record<DirectAccessRefusal, string>> = {
  'mission-not-open': "Cette mission n'a plus de poste à pourvoir.",
  'mission-agency-in-crisis':
    'Votre ARS est en gestion de crise pour cette profession : elle vous propose des candidats.',
  'candidate-agency-in-crisis': "L'ARS de cette personne est en gestion de crise pour sa profession.",
  assigned: 'Cette personne est affectée à une mission.',
  contacted: 'Cette personne est réservée par un établissement.',
  proposed: 'Cette personne est proposée par une ARS à un établissement.',
  unavailable: "Cette personne s'est déclarée indisponible.",
};

export type DirectAccess =
  | { readonly allowed: true; readonly by: 'ordinary' | 'grant' }
  | { readonly allowed: false; readonly reason: DirectAccessRefusal };

function isGranted(
  mission: AccessMission,
  agency: AgencyCode | null,
  grants: readonly DirectAccessGrant[],
  today: CivilDate,
): boolean {
  return grants.some(
    ({ agency: granting, target, from, until }) =>
      granting === agency &&
      rangeContains({ from, until }, today) &&
      (target.kind === 'mission'
        ? target.missionId === mission.id
        : target.establishmentId === mission.establishmentId),
  );
}

function engagementRefusal({ engagement, availability }: AccessCandidate): DirectAccessRefusal | null {
  if (engagement !== 'none') return engagement;
  return availability === 'unavailable' ? 'unavailable' : null;
}

/**
 * May the establishment see and contact the person by itself? (DOMAIN §4.1, §4.2) Neither the mission's ARS nor the
 * candidate's may be in crisis mode for the candidate's profession, unless each one that is granted access to this
 * establishment or mission. A person proposed by an ARS is out of direct access for all: the establishment that was
 * proposed contacts through the proposal and does not need this. Matching criteria are in `matching.ts`.
 */
export function directAccess(
  mission: AccessMission,
  candidate: AccessCandidate,
  crisis: readonly CrisisMode[],
  grants: readonly DirectAccessGrant[],
  today: CivilDate,
): DirectAccess {
  if (missionState(mission, today) !== 'open') return { allowed: false, reason: 'mission-not-open' };
  const missionCrisis = isInCrisis(crisis, mission.agency, candidate.profession);
  if (missionCrisis && !isGranted(mission, mission.agency, grants, today)) {
    return { allowed: false, reason: 'mission-agency-in-crisis' };
  }
  const candidateCrisis = isInCrisis(crisis, candidate.agency, candidate.profession);
  if (candidateCrisis && !isGranted(mission, candidate.agency, grants, today)) {
    return { allowed: false, reason: 'candidate-agency-in-crisis' };
  }
  const refusal = engagementRefusal(candidate);
  if (refusal !== null) return { allowed: false, reason: refusal };
  return { allowed: true, by: missionCrisis || candidateCrisis ? 'grant' : 'ordinary' };
}
