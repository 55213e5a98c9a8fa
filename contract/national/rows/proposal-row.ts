/** A proposal: one candidate for one mission, with its whole fate. DOMAIN §4 (drawing); FEATURES F80-F92, F111. */
import type { RowOf } from './column.ts';
import { integer, nullable, text } from './column.ts';

export const PROPOSAL_COLUMNS = {
  id: text,
  version: integer,
  missionId: text,
  candidateId: text,
  establishmentId: text,
  establishmentName: text,
  missionAgency: nullable(integer),
  candidateAgency: nullable(integer),
  profession: text,
  /** ProposalState of contract/domain. */
  state: text,
  /** 'direct' | 'agency' | 'ccs' | 'on-behalf'. */
  origin: text,
  /** The opening that made the candidate reachable, when one did: its ceiling counts this proposal. */
  openingId: nullable(text),
  proposedByName: text,
  proposedAt: text,
  /** When it last became open again after a suspension: its age starts again then (DOMAIN §4.4). */
  resumedAt: nullable(text),
  contactedByName: nullable(text),
  contactedAt: nullable(text),
  /** Last reminder sent to the establishment. */
  remindedAt: nullable(text),
  decidedByName: nullable(text),
  decidedAt: nullable(text),
  /** Why refused, released, lapsed, ended early or cancelled: a code of proposal-reason; why withdrawn: a sentence. */
  reason: nullable(text),
  /** The assignment: from the mission's start, or the day of acceptance when it had begun, to its end or an early one. */
  startDate: nullable(text),
  endDate: nullable(text),
  /** What became of the mail that announced it: 'waiting' | 'sent' | 'bounced' | 'cancelled' | null. */
  mailState: nullable(text),
  updatedAt: text,
} as const;

export type ProposalRow = RowOf<typeof PROPOSAL_COLUMNS>;
