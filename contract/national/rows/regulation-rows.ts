/** The rows of regulation itself: alerts, openings, crisis modes, named access, pools, requests, regulators. DOMAIN §4-6, §9. */
import type { RowOf } from './column.ts';
import { flag, integer, nullable, text } from './column.ts';

/** One alert per mission; id = the mission's id (DOMAIN §4.6). F107-F108. */
export const ALERT_COLUMNS = {
  id: text,
  version: integer,
  missionId: text,
  agency: nullable(integer),
  /** 'raised' | 'taken' | 'answered' | 'declined' | 'lifted'. */
  state: text,
  message: text,
  /** JSON list of the ladder's steps already tried (DOMAIN §6). */
  tried: text,
  raisedByName: text,
  raisedAt: text,
  takenByName: nullable(text),
  takenAt: nullable(text),
  decidedByName: nullable(text),
  decidedAt: nullable(text),
  /** JSON list of {author, side: 'agency'|'ccs', at, text}: the thread between the ARS and the CCS. */
  thread: text,
  updatedAt: text,
} as const;
export type AlertRow = RowOf<typeof ALERT_COLUMNS>;

/** An opening of pools (DOMAIN §6; D6). Lists are JSON text; an empty list of professions or specialties means all. */
export const OPENING_COLUMNS = {
  id: text,
  version: integer,
  /** 'active' | 'awaiting-agreement' | 'paused' (full) | 'closed'. */
  state: text,
  receiverAgency: integer,
  /** JSON list of mission ids, or null: the whole receiving region. */
  receiverMissions: nullable(text),
  /** JSON list of agency codes, or null: all of them and the volunteers who live under none. */
  lenderAgencies: nullable(text),
  /** Pool kinds as a bit mask, bit i = POOL_KINDS[i]. */
  poolKinds: integer,
  professions: text,
  specialties: text,
  /** JSON list of the mobilisation levels that become reachable. */
  mobilisations: text,
  fromDate: text,
  untilDate: text,
  /** Distinct people with a live proposal or an assignment under it, at most. */
  ceiling: integer,
  used: integer,
  assigned: integer,
  reason: text,
  authorName: text,
  createdAt: text,
  objectionByName: nullable(text),
  objectionAt: nullable(text),
  objectionReason: nullable(text),
  overruledByName: nullable(text),
  overruledReason: nullable(text),
  /** The last of the lenders that had to agree, once all of them did. */
  agreedByName: nullable(text),
  agreedAt: nullable(text),
  /** JSON list of {agency, byName, at}: lenders that agreed so far to open their student reserve; null = none yet. */
  agreements: nullable(text),
  closedAt: nullable(text),
  closedByName: nullable(text),
  closedReason: nullable(text),
  updatedAt: text,
} as const;
export type OpeningRow = RowOf<typeof OPENING_COLUMNS>;

/** Crisis mode of an agency for a profession or for all; id = `${agency}:${profession ?? '*'}` (F101-F103). */
export const CRISIS_MODE_COLUMNS = {
  id: text,
  version: integer,
  agency: integer,
  profession: nullable(text),
  active: flag,
  reason: nullable(text),
  byName: nullable(text),
  at: nullable(text),
  updatedAt: text,
} as const;
export type CrisisModeRow = RowOf<typeof CRISIS_MODE_COLUMNS>;

/** Direct access granted inside crisis mode to a named establishment or mission until a date (DOMAIN §4.2; F8). */
export const DIRECT_ACCESS_COLUMNS = {
  id: text,
  version: integer,
  agency: integer,
  establishmentId: nullable(text),
  missionId: nullable(text),
  untilDate: text,
  reason: text,
  byName: text,
  at: text,
  revokedAt: nullable(text),
  updatedAt: text,
} as const;
export type DirectAccessRow = RowOf<typeof DIRECT_ACCESS_COLUMNS>;

/** A pool (vivier): a named set of candidates with an owner (DOMAIN §6). */
export const POOL_COLUMNS = {
  id: text,
  version: integer,
  /** PoolKind of contract/domain. */
  kind: text,
  name: text,
  agency: nullable(integer),
  departement: nullable(text),
  supportEstablishmentId: nullable(text),
  /** Territorial pools serve their members only, unless the support EHPAD agrees. JSON list of establishment ids. */
  memberEstablishments: text,
  openToAll: flag,
  updatedAt: text,
} as const;
export type PoolRow = RowOf<typeof POOL_COLUMNS>;

/** An account request waiting for an ARS or the CCS (DOMAIN §5; F23-F33). */
export const ACCOUNT_REQUEST_COLUMNS = {
  id: text,
  version: integer,
  /** AccountRequestState of contract/domain. */
  state: text,
  lastName: text,
  firstName: text,
  email: text,
  phone: text,
  category: text,
  finess: nullable(text),
  gid: nullable(text),
  establishmentName: text,
  address: text,
  postalCode: text,
  city: text,
  agency: nullable(integer),
  /** JSON list of the missions asked in the form. */
  missions: text,
  /** Another request or account with the same e-mail. */
  duplicateOf: nullable(text),
  /** An establishment that already has this FINESS or GID. */
  sameEstablishmentId: nullable(text),
  origin: text,
  submittedAt: text,
  decidedByName: nullable(text),
  decidedAt: nullable(text),
  decisionReason: nullable(text),
  activatedAt: nullable(text),
  updatedAt: text,
} as const;
export type AccountRequestRow = RowOf<typeof ACCOUNT_REQUEST_COLUMNS>;

/** A person of a crisis cell, so that a mission can be given to a named regulator. */
export const REGULATOR_COLUMNS = {
  id: text,
  version: integer,
  name: text,
  role: text,
  agency: nullable(integer),
  updatedAt: text,
} as const;
export type RegulatorRow = RowOf<typeof REGULATOR_COLUMNS>;

/** A request to the Réserve sanitaire, logged by the CCS; its members are never listed (DOMAIN §6). */
export const RESERVE_REQUEST_COLUMNS = {
  id: text,
  version: integer,
  missionId: text,
  agency: nullable(integer),
  profession: text,
  headcount: integer,
  /** 'sent' | 'granted' | 'declined'. */
  state: text,
  /** What was asked, then what was answered; the journal keeps both. */
  message: text,
  byName: text,
  at: text,
  updatedAt: text,
} as const;
export type ReserveRequestRow = RowOf<typeof RESERVE_REQUEST_COLUMNS>;
