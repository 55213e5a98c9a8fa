/** Columns that never leave the service by the feed, in the same vocabulary as the rows of the contract. */
import { flag, integer, nullable, text } from '../../contract/national/rows/column.ts';

/** Beside a candidate's row. */
export const CANDIDATE_PRIVATE_COLUMNS = {
  /** Agencies with a live proposal on the person, as a bit mask (bit = code - 1): they keep seeing the row. */
  involvedAgencies: integer,
  /** Normalised e-mail, for duplicates; the address itself is in candidateContact. */
  emailKey: nullable(text),
} as const;

/** Beside a mission's row. */
export const MISSION_PRIVATE_COLUMNS = {
  /** The account that deposited the need: its holder gets the mails. */
  requesterAccountId: nullable(text),
} as const;

/** What is fetched one by one with a reason and journaled (DOMAIN §4.10). */
export const CANDIDATE_CONTACT_COLUMNS = {
  candidateId: text,
  email: text,
  phone: text,
  message: nullable(text),
} as const;

export const CANDIDATE_DOCUMENT_COLUMNS = {
  id: text,
  candidateId: text,
  /** 'identity' | 'diploma'. */
  kind: text,
  fileName: text,
  mediaType: text,
  /** Base64: small invented files in the demo; a real deployment gives an object store behind the same door. */
  content: text,
} as const;

/** An establishment account: one e-mail, one account (DOMAIN §5.1). */
export const ACCOUNT_COLUMNS = {
  id: text,
  /** Normalised; UNIQUE in the whole base (F23). */
  email: text,
  lastName: text,
  firstName: text,
  phone: text,
  /** JSON list: since 2021 an account may group several establishments (F26). */
  establishments: text,
  /** 'pending-activation' | 'active' | 'disabled'. */
  state: text,
  passwordHash: nullable(text),
  createdAt: text,
} as const;

/** An activation link: 72 h, once (F34-F35). Only the hash of its token is kept. */
export const ACTIVATION_COLUMNS = {
  tokenHash: text,
  accountId: text,
  expiresAt: text,
  usedAt: nullable(text),
} as const;

/** A person of an agency, of the CCS, an auditor or an administrator. */
export const PERSON_COLUMNS = {
  id: text,
  /** The upstream provider's subject, known after the first sign-in. */
  subject: nullable(text),
  email: text,
  name: text,
  createdAt: text,
} as const;

/** A right is held by a person, for a scope, until a date (DOMAIN §9). */
export const HABILITATION_COLUMNS = {
  id: text,
  personId: text,
  role: text,
  agency: nullable(integer),
  departements: nullable(text),
  validFrom: text,
  validUntil: nullable(text),
  grantedByName: text,
  reason: text,
  revokedAt: nullable(text),
} as const;

/** Storage of the OpenID provider (sessions, grants, tokens), shared by the instances. */
export const OIDC_COLUMNS = {
  key: text,
  model: text,
  payload: text,
  grantId: nullable(text),
  uid: nullable(text),
  userCode: nullable(text),
  expiresAt: nullable(integer),
  consumedAt: nullable(integer),
} as const;

/** The verdict of a command, stored in the transaction of its effect, for ever (TRUST G2). */
export const COMMAND_RESULT_COLUMNS = {
  commandId: text,
  actorId: text,
  kind: text,
  subject: text,
  /** SHA-256 of the canonical command: the same id with another body is refused (422). */
  bodyHash: text,
  verdict: text,
  at: text,
} as const;

/** One row: the newest feed number and the head of the journal's chain; read and written under the feed lock. */
export const FEED_HEAD_COLUMNS = { id: integer, number: integer, journalNumber: integer, journalHash: text } as const;

/** Where each living row stands in the sequence: one entry a row, the newest only. */
export const FEED_COLUMNS = {
  kind: text,
  id: text,
  number: integer,
  /** Agencies that see the row, as a bit mask (bit = code - 1), openings aside. */
  audience: integer,
} as const;

/** Tombstones. */
export const DEPARTURE_COLUMNS = {
  number: integer,
  kind: text,
  id: text,
  audience: integer,
  /** 'left-scope' | 'erased'. */
  reason: text,
} as const;

/** The versions of each agency's scope: which openings it sees through, from which feed number on. */
export const SCOPE_COLUMNS = {
  /** 'agency:6'. */
  id: text,
  version: integer,
  /** JSON list of ScopeOpening. */
  definition: text,
  at: text,
} as const;

/** The decision chain: ids and salted hashes only, so that erasing a value breaks nothing (ARCHITECTURE §6). */
export const JOURNAL_COLUMNS = {
  number: integer,
  at: text,
  actorId: text,
  role: text,
  agency: nullable(integer),
  commandId: nullable(text),
  kind: text,
  subjectKind: text,
  subjectId: text,
  origin: text,
  batchId: nullable(text),
  /** The workstation's clock, told, never trusted. */
  decidedAt: nullable(text),
  /** Agency of the subject, for who may read the line. */
  subjectAgency: nullable(integer),
  valueHash: text,
  previousHash: text,
  hash: text,
} as const;

/** What a journal line says in words: erasable, bound to the chain by its salted hash. */
export const JOURNAL_VALUE_COLUMNS = {
  journalNumber: integer,
  salt: text,
  actorName: text,
  reason: nullable(text),
  before: nullable(text),
  after: nullable(text),
} as const;

/** Looks at contact details and documents: one chain per instance, anchored in the decision chain each minute. */
export const READ_JOURNAL_COLUMNS = {
  instance: text,
  number: integer,
  at: text,
  actorId: text,
  role: text,
  agency: nullable(integer),
  /** 'contact' | 'document' | 'journal' | 'mail'. */
  what: text,
  subjectId: text,
  missionId: nullable(text),
  reason: text,
  result: text,
  previousHash: text,
  hash: text,
} as const;

/** Outgoing mail (F134-F142): it waits out its grace period, and a compensation inside it cancels it. */
export const MAIL_COLUMNS = {
  id: text,
  /** MailKind. */
  kind: text,
  recipient: text,
  subject: text,
  body: text,
  /** One mail per requester per batch: lines of one group are joined when they leave. */
  groupKey: nullable(text),
  notBefore: text,
  /** 'waiting' | 'sending' (taken by an instance until notBefore) | 'sent' | 'cancelled' | 'bounced' | 'failed'. */
  state: text,
  attempts: integer,
  proposalId: nullable(text),
  candidateId: nullable(text),
  commandId: nullable(text),
  createdAt: text,
  sentAt: nullable(text),
  lastError: nullable(text),
  /** Opened by the recipient, when a channel tells it. */
  opened: flag,
} as const;

/** One row when the base holds a generated nation: which one, so that it is never generated twice. */
export const NATION_COLUMNS = {
  id: integer,
  /** 'demo' | 'region' | 'nation'. */
  size: text,
  seed: integer,
  candidates: integer,
  missions: integer,
  /** The day from which its dates are counted. */
  day: text,
} as const;

/** Who has a mission open, until when; ephemeral. */
export const PRESENCE_COLUMNS = {
  personId: text,
  /** A workstation, as it named itself at its start. */
  station: text,
  missionId: text,
  personName: text,
  since: text,
  /** Milliseconds since 1970. */
  expiresAt: integer,
} as const;

/** Who signs exported snapshots with which key, and whether it was revoked. */
export const SIGNING_KEY_COLUMNS = {
  keyId: text,
  personId: text,
  personName: text,
  agency: nullable(integer),
  publicKey: text,
  registeredAt: text,
  revokedAt: nullable(text),
  revokedByName: nullable(text),
  revokedReason: nullable(text),
} as const;

/** A cell's log: free entries without health data. */
export const CELL_LOG_COLUMNS = {
  id: text,
  /** The agency's number; 0 for the CCS. */
  agency: integer,
  kind: text,
  text: text,
  authorId: text,
  authorName: text,
  at: text,
} as const;
