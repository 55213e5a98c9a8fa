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

export const CLOSING_REASONS = ['covered-elsewhere', 'duplicate', 'chronic-need', 'withdrawn'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** What the rules need to know of a mission (besoin de renfort). */
export interface Mission {
  readonly id: MissionId;
  readonly establishmentId: EstablishmentId;
  readonly agency: AgencyCode;
  readonly departement: DepartementCode;
  readonly profession: ProfessionCode;
  readonly specialty: SpecialtyCode | null;
  /** n: people asked for; 0 is legal. */
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

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'none'] as const;
export type Priority = (typeof PRIORITIES)[number];
