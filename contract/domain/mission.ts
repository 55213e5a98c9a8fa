import type { CivilDate } from './civil-date.ts';
import type { AgencyCode } from './geography/agency.ts';
import type { DepartementCode } from './geography/departement.ts';
import type { EstablishmentId, MissionId, PoolId } from './identity.ts';
import type { ProfessionCode } from './profession.ts';
import type { SpecialtyCode } from './specialty.ts';

/** The optional requirements of a need (F52, F54). All false and empty when nothing more is asked. */
export interface MissionRequirements {
  readonly vehicle: boolean;
  readonly weekends: boolean;
  readonly ehpadExperience: boolean;
  readonly intensiveCareExperience: boolean;
  /** Help with vaccination is asked: the profession wall then reads `vaccinationProfessions`. */
  readonly vaccinationHelp: boolean;
  readonly vaccinationExperience: boolean;
  readonly vaccinationProfessions: readonly ProfessionCode[];
}

/** Why an ARS or the CCS closes a mission (DOMAIN §2.6); people assigned stay assigned (F164). */
export const CLOSING_REASONS = ['covered-elsewhere', 'duplicate', 'chronic-need', 'withdrawn'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export const CLOSING_REASON_LABELS: Readonly<Record<ClosingReason, string>> = {
  'covered-elsewhere': 'Couvert ailleurs',
  duplicate: 'Doublon',
  'chronic-need': 'Besoin chronique',
  withdrawn: 'Retiré',
};

/** What the rules need to know of a mission (besoin de renfort). */
export interface Mission {
  readonly id: MissionId;
  readonly establishmentId: EstablishmentId;
  readonly agency: AgencyCode;
  readonly departement: DepartementCode;
  readonly profession: ProfessionCode;
  readonly specialty: SpecialtyCode | null;
  /** n: people asked for; 0 is legal (F30, F57). */
  readonly wanted: number;
  /** k: accepted people whose assignment did not end early. */
  readonly accepted: number;
  readonly start: CivilDate;
  readonly end: CivilDate;
  readonly requirements: MissionRequirements;
  readonly closing: ClosingReason | null;
  readonly archived: boolean;
  /** Territorial pools of which the establishment is a member, or whose support EHPAD agreed to serve it. */
  readonly territorialPools: readonly PoolId[];
}

export const MISSION_STATES = ['without-need', 'open', 'filled', 'ended', 'closed', 'archived'] as const;
export type MissionState = (typeof MISSION_STATES)[number];

export const MISSION_STATE_LABELS: Readonly<Record<MissionState, string>> = {
  'without-need': 'SANS BESOIN',
  open: 'OUVERTE',
  filled: 'POURVUE',
  ended: 'TERMINÉE',
  closed: 'CLÔTURÉE',
  archived: 'ARCHIVÉE',
};

type MissionFacts = Pick<Mission, 'wanted' | 'accepted' | 'end' | 'closing' | 'archived'>;

/**
 * The state of a mission, derived and never stored.
 *
 * ```
 *   SANS BESOIN (n = 0) ──n > 0──▶ OUVERTE ◀──k < n / k = n──▶ POURVUE
 *          │                          │                            │
 *          └──── end passed ──────────┴──▶ TERMINÉE ◀──────────────┤
 *          └──── ARS or CCS, reason ──────▶ CLÔTURÉE ◀─────────────┘
 *                                TERMINÉE, CLÔTURÉE ──administrator──▶ ARCHIVÉE
 * ```
 *
 * @param today the civil date where the mission's ARS lives; the end date itself still counts
 */
export function missionState(mission: MissionFacts, today: CivilDate): MissionState {
  if (mission.archived) return 'archived';
  if (mission.closing !== null) return 'closed';
  if (today > mission.end) return 'ended';
  if (mission.wanted === 0) return 'without-need';
  return mission.accepted >= mission.wanted ? 'filled' : 'open';
}

/** Posts still to fill; 0 unless the mission is open. */
export function remainingPosts(mission: MissionFacts, today: CivilDate): number {
  return missionState(mission, today) === 'open' ? mission.wanted - mission.accepted : 0;
}

/**
 * The count of the Action column (F58): how many were recruited, not how many candidates exist.
 *
 * @example coverLabel({ accepted: 1, wanted: 2 }) // 'POURVUE 1/2'
 */
export function coverLabel({ accepted, wanted }: Pick<Mission, 'accepted' | 'wanted'>): string {
  return `POURVUE ${accepted}/${wanted}`;
}

/** n is a whole number and never goes below k (DOMAIN §2.2). */
export function mayWant(wanted: number, accepted: number): boolean {
  return Number.isSafeInteger(wanted) && wanted >= 0 && wanted >= accepted;
}

/** Only finished or closed missions leave the tables (F63). */
export function mayArchive(mission: MissionFacts, today: CivilDate): boolean {
  const state = missionState(mission, today);
  return state === 'ended' || state === 'closed';
}
