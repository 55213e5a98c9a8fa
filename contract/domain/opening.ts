import type { CivilDate } from './civil-date.ts';
import type { AgencyCode } from './geography/agency.ts';
import type { MissionId, OpeningId, PersonId } from './identity.ts';
import type { Instant } from './instant.ts';
import type { Mobilisation } from './mobilisation.ts';
import type { PoolKind } from './pool.ts';
import type { ProfessionCode } from './profession.ts';
import type { SpecialtyCode } from './specialty.ts';

export const OPENING_STATES = ['active', 'awaiting-agreement', 'paused', 'closed'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

export type OpeningReceiver =
  | { readonly kind: 'agency'; readonly agency: AgencyCode }
  | { readonly kind: 'missions'; readonly missionIds: readonly MissionId[] };

/** What a lender says against an opening, within 24 h; it does not suspend it. */
export interface OpeningObjection {
  readonly by: PersonId;
  readonly agency: AgencyCode;
  readonly at: Instant;
  readonly reason: string;
  /** Null until a CCS lead overrules it, with a reason. */
  readonly overruled: { readonly by: PersonId; readonly at: Instant; readonly reason: string } | null;
}

/** The CCS lets a receiver see candidates of other pools (F108, DOMAIN §6). */
export interface Opening {
  readonly id: OpeningId;
  readonly lenderPools: readonly PoolKind[];
  /** 'all' also covers the volunteers who live under no agency. */
  readonly lenderAgencies: 'all' | readonly AgencyCode[];
  readonly receiver: OpeningReceiver;
  readonly professions: 'all' | readonly ProfessionCode[];
  readonly specialties: 'all' | readonly SpecialtyCode[];
  readonly mobilisations: readonly Mobilisation[];
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** Distinct people, at most, with a live proposal or an assignment under this opening. */
  readonly ceiling: number;
  readonly reason: string;
  readonly author: PersonId;
  readonly createdAt: Instant;
  readonly state: OpeningState;
  readonly objection: OpeningObjection | null;
}
