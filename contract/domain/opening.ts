import type { Candidate } from './candidate.ts';
import type { CivilDate } from './civil-date.ts';
import { rangeContains } from './civil-date.ts';
import type { AgencyCode } from './geography/agency.ts';
import type { MissionId, OpeningId, PersonId } from './identity.ts';
import type { Instant } from './instant.ts';
import { hoursBetween } from './instant.ts';
import type { Mission } from './mission.ts';
import type { Mobilisation } from './mobilisation.ts';
import type { PoolKind } from './pool.ts';
import type { ProfessionCode } from './profession.ts';
import type { SpecialtyCode } from './specialty.ts';

export const OPENING_STATES = ['active', 'awaiting-agreement', 'paused', 'closed'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

export const OPENING_STATE_LABELS: Readonly<Record<OpeningState, string>> = {
  active: 'EN COURS',
  'awaiting-agreement': "EN ATTENTE D'ACCORD",
  paused: 'EN PAUSE',
  closed: 'CLOSE',
};

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

type OpeningScope = Omit<Opening, 'id' | 'ceiling' | 'reason' | 'author' | 'createdAt' | 'objection'>;
type OpenedCandidate = Pick<Candidate, 'agency' | 'profession' | 'specialty' | 'mobilisation' | 'pools'>;

/** Its members are never listed: the CCS only logs a request (DOMAIN §6). */
export const UNLISTED_POOL: PoolKind = 'reserve-sanitaire';

function lends(opening: OpeningScope, candidate: OpenedCandidate): boolean {
  const { lenderAgencies, lenderPools } = opening;
  const agencyLends = lenderAgencies === 'all' || lenderAgencies.some((agency) => agency === candidate.agency);
  return agencyLends && candidate.pools.some(({ kind }) => kind !== UNLISTED_POOL && lenderPools.includes(kind));
}

function wants(opening: OpeningScope, candidate: OpenedCandidate): boolean {
  const { professions, specialties, mobilisations } = opening;
  const { profession, specialty, mobilisation } = candidate;
  return (
    (professions === 'all' || professions.includes(profession)) &&
    (specialties === 'all' || (specialty !== null && specialties.includes(specialty))) &&
    mobilisations.includes(mobilisation)
  );
}

/** Is the mission on the receiving side of the opening? */
export function openingReceives(receiver: OpeningReceiver, mission: Pick<Mission, 'id' | 'agency'>): boolean {
  return receiver.kind === 'agency' ? receiver.agency === mission.agency : receiver.missionIds.includes(mission.id);
}

/** Does an active opening make this candidate reachable for this mission today? */
export function openingCovers(
  opening: OpeningScope,
  candidate: OpenedCandidate,
  mission: Pick<Mission, 'id' | 'agency'>,
  today: CivilDate,
): boolean {
  return (
    opening.state === 'active' &&
    rangeContains(opening, today) &&
    openingReceives(opening.receiver, mission) &&
    lends(opening, candidate) &&
    wants(opening, candidate)
  );
}

/** Silence of the lender for this long is agreement. */
export const OBJECTION_HOURS = 24;

/** May a lender still object? Once, within 24 h of the opening, while it is not closed. */
export function mayObject(
  opening: Pick<Opening, 'createdAt' | 'state' | 'objection' | 'lenderAgencies'>,
  agency: AgencyCode,
  now: Instant,
): boolean {
  const { lenderAgencies } = opening;
  const isLender = lenderAgencies === 'all' || lenderAgencies.includes(agency);
  const inTime = hoursBetween(opening.createdAt, now) <= OBJECTION_HOURS;
  return isLender && inTime && opening.state !== 'closed' && opening.objection === null;
}

/** An opening starts at once, but student reserves need the lender ARS's agreement first. */
export function initialOpeningState(lenderPools: readonly PoolKind[]): OpeningState {
  return lenderPools.includes('student-reserve') ? 'awaiting-agreement' : 'active';
}
