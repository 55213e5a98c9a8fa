/**
 * A mission (besoin de renfort) as the feed carries it. DOMAIN §2; FEATURES F52-F65, F105.
 *
 * The regulators' facts (priority, deferral, note, assigned regulator) each have their own version, author and time:
 * two people who decide different facts of one mission are not in conflict (DOMAIN §2.7).
 */
import type { RowOf } from './column.ts';
import { flag, integer, nullable, real, text } from './column.ts';

export const MISSION_COLUMNS = {
  id: text,
  /** Grows with each decision on the need or its life; the facts have their own versions, counts leave it alone. */
  version: integer,
  establishmentId: text,
  establishmentName: text,
  establishmentFamily: text,
  agency: nullable(integer),
  departement: text,
  postalCode: text,
  city: text,
  latitude: nullable(real),
  longitude: nullable(real),
  /** Class of the position: commune, epci, arrondissement, departement, unknown (GEODATA §2). */
  precision: text,
  profession: text,
  specialty: nullable(text),
  /** n: people asked for; 0 is legal and means "sans besoin" (DOMAIN §2.3). */
  headcount: integer,
  /** k: accepted and not ended early (DOMAIN §2.2). */
  accepted: integer,
  /** Candidates now contacted, and now proposed, for this mission. */
  contacted: integer,
  proposed: integer,
  startDate: text,
  endDate: text,
  ehpad: flag,
  intensiveCare: flag,
  vehicle: flag,
  weekend: flag,
  vaccinationHelp: flag,
  vaccinationExperience: flag,
  /** JSON list of ProfessionCode; meaningful when vaccinationHelp is 1 (DOMAIN §2.1). */
  vaccinationProfessions: text,
  /** 'open' | 'closed' | 'archived'; the label on screen is derived with today's date (DOMAIN §2.6). */
  state: text,
  closingReason: nullable(text),
  closedAt: nullable(text),
  closedByName: nullable(text),
  /** 'P1'..'P4' or 'none' (Non priorisée). */
  priority: text,
  priorityReason: nullable(text),
  priorityVersion: integer,
  priorityByName: nullable(text),
  priorityAt: nullable(text),
  deferredUntil: nullable(text),
  deferralReason: nullable(text),
  deferralVersion: integer,
  deferralByName: nullable(text),
  deferralAt: nullable(text),
  note: nullable(text),
  noteVersion: integer,
  noteByName: nullable(text),
  noteAt: nullable(text),
  regulatorId: nullable(text),
  regulatorName: nullable(text),
  regulatorVersion: integer,
  regulatorByName: nullable(text),
  regulatorAt: nullable(text),
  /** State of the alert to the CCS, null when there never was one (DOMAIN §4.6). */
  alert: nullable(text),
  createdAt: text,
  updatedAt: text,
} as const;

export type MissionRow = RowOf<typeof MISSION_COLUMNS>;
