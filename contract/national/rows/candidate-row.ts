/**
 * A candidate (professionnel volontaire) as the feed carries it: never the phone, the e-mail, the free message nor the
 * documents, which are revealed one by one with a reason (DOMAIN §4.10, §8). DOMAIN §3; FEATURES F66-F75, F110.
 */
import type { RowOf } from './column.ts';
import { flag, integer, nullable, real, text } from './column.ts';

export const CANDIDATE_COLUMNS = {
  id: text,
  version: integer,
  /** The number people read out loud ("Professionnel 6552", F69). */
  number: integer,
  lastName: text,
  firstName: text,
  postalCode: text,
  city: text,
  departement: text,
  agency: nullable(integer),
  latitude: nullable(real),
  longitude: nullable(real),
  precision: text,
  profession: text,
  specialty: nullable(text),
  /** 'rpps' | 'adeli' | 'none'. */
  identifierKind: text,
  identifier: nullable(text),
  activityKind: text,
  startDate: text,
  endDate: nullable(text),
  weekdays: flag,
  weekend: flag,
  vehicle: flag,
  ehpad: flag,
  intensiveCare: flag,
  vaccinationExperience: flag,
  /** Ticked "Aide à la vaccination" (DOMAIN §2.1). */
  vaccinationHelp: flag,
  /** 'local' | 'departemental' | 'national'. */
  mobilisation: text,
  /** JSON list of pool ids (vivier unique: one person, several memberships). */
  pools: text,
  /** Pool kinds as a bit mask, bit i = POOL_KINDS[i]: what openings test. */
  poolKinds: integer,
  identityDocument: flag,
  diploma: flag,
  /** 'to-verify' | 'verified'. */
  verification: text,
  verificationVersion: integer,
  verificationByName: nullable(text),
  verificationAt: nullable(text),
  /** 'available' | 'unavailable'. */
  availability: text,
  availabilityReason: nullable(text),
  availabilityVersion: integer,
  availabilityByName: nullable(text),
  availabilityAt: nullable(text),
  /** 'none' | 'proposed' | 'contacted' | 'assigned': derived from the live proposals, stored for filters. */
  engagement: text,
  /** Since when it is so: the age that the blocked view sorts by (F85-F86). */
  engagedSince: nullable(text),
  /** The proposal that holds the person (contacted or assigned), else null. */
  engagedProposalId: nullable(text),
  /** Last day of the assignment, when assigned. */
  assignedUntil: nullable(text),
  /** Open or suspended proposals now (at most 3, DOMAIN §3). */
  openProposals: integer,
  /** When this person was merged into another, that one's id. */
  mergedInto: nullable(text),
  createdAt: text,
  updatedAt: text,
} as const;

export type CandidateRow = RowOf<typeof CANDIDATE_COLUMNS>;
