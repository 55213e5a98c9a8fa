/**
 * The people within reach of a mission, as its establishment sees them: proposed by a regulator, then, where direct
 * access is allowed, whoever matches, best first (DOMAIN §4.1-4.3; F93-F100, F122). The same rules as the contact itself.
 */

import type { Candidate } from '../../contract/domain/candidate.ts';
import { candidateStatusLabels } from '../../contract/domain/candidate-status.ts';
import { directAccess } from '../../contract/domain/crisis-mode.ts';
import { distanceKm } from '../../contract/domain/geography/distance.ts';
import type { MatchHint } from '../../contract/domain/match-hint.ts';
import { matchHints } from '../../contract/domain/match-hint.ts';
import { matchPoints, rank } from '../../contract/domain/match-rank.ts';
import type { Mission } from '../../contract/domain/mission.ts';
import { missionState } from '../../contract/domain/mission.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { openingFacts } from '../../contract/national/facts/opening-facts.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { ReachableCandidate } from '../../contract/national/views/establishment-views.ts';
import type { Writer } from '../database/database.ts';
import type { Ground } from '../kernel/ground.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { UnitOfWork } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { candidateFacts, poolsOf } from '../rules/candidate-facts.ts';
import { crisisOf } from '../rules/crisis-facts.ts';
import { findMission } from '../rules/find-subject.ts';
import { wallsBetween } from '../rules/pair-walls.ts';
import { LIVE_STATES } from '../rules/proposals-of.ts';
import type { Reach } from '../rules/reach.ts';
import { openingsTowards } from '../rules/reach.ts';
import { freeCandidates, promisesOf } from './free-candidates.ts';

type CandidateRow = Stored<'candidate'>;
type ProposalRow = Stored<'proposal'>;

export interface ReachablePage {
  readonly candidates: ReachableCandidate[];
  readonly total: number;
  readonly next: number | null;
  readonly mode: 'direct' | 'proposed-only' | 'not-open';
}

/** One person found, before ranking. */
interface Found {
  readonly row: CandidateRow;
  readonly facts: Candidate;
  readonly proposal: ProposalRow | null;
}

interface Findings {
  readonly mission: Stored<'mission'>;
  readonly mode: ReachablePage['mode'];
  readonly proposed: readonly Found[];
  readonly direct: readonly Found[];
}

async function findProposed(work: UnitOfWork, mission: Stored<'mission'>): Promise<readonly Found[]> {
  const proposals = await work.writer
    .selectFrom('proposal')
    .selectAll()
    .where('missionId', '=', mission.id)
    .where('state', 'in', LIVE_STATES)
    .orderBy('id')
    .execute();
  await work.load(
    'candidate',
    proposals.map(({ candidateId }) => candidateId),
  );
  const found: Found[] = [];
  for (const proposal of proposals) {
    const row = await work.get('candidate', proposal.candidateId);
    if (row === null) continue;
    found.push({ row, proposal, facts: candidateFacts(row, [proposal], await poolsOf(work, row), work.now) });
  }
  return found;
}

async function findDirect(work: UnitOfWork, mission: Stored<'mission'>): Promise<readonly Found[]> {
  const openings = (await openingsTowards(work, mission.agency)).filter(
    ({ state, used, ceiling }) => state === 'active' && used < ceiling,
  );
  const rows = await freeCandidates(work, mission, openings);
  const promises = await promisesOf(work, mission, openings);
  const agencies = new Set([mission.agency, ...rows.map(({ agency }) => agency)]);
  const { crisis, grants } = await crisisOf(work, [...agencies]);
  const reach: Reach = { openings: openings.map(openingFacts), openingId: null, nationalDecision: false };
  const facts = missionFacts(mission);
  const today = todayOf(mission.agency, work.now);
  const found: Found[] = [];
  for (const row of rows) {
    const proposals = promises.get(row.id) ?? [];
    const person = candidateFacts(row, proposals, await poolsOf(work, row), work.now);
    if (!directAccess(facts, person, crisis, grants, today).allowed) continue;
    const pair = { mission, candidate: row, proposals, live: null, refusedBefore: false };
    if ((await wallsBetween(work, pair, reach, false)).length === 0) found.push({ row, proposal: null, facts: person });
  }
  return found;
}

/** Whether direct access is open on the mission's side, whoever the person. */
async function modeOf(work: UnitOfWork, mission: Stored<'mission'>): Promise<ReachablePage['mode']> {
  const facts = missionFacts(mission);
  const today = todayOf(mission.agency, work.now);
  if (missionState(facts, today) !== 'open') return 'not-open';
  const { crisis, grants } = await crisisOf(work, [mission.agency]);
  const anybody = {
    agency: facts.agency,
    profession: facts.profession,
    availability: 'available',
    engagement: 'none',
  } as const;
  return directAccess(facts, anybody, crisis, grants, today).allowed ? 'direct' : 'proposed-only';
}

async function findAll(work: UnitOfWork, actor: Principal, missionId: string): Promise<Findings> {
  const mission = await findMission(work, missionId);
  const { agency, establishmentId } = mission;
  requireRight(actor, 'see-candidates', { agency, establishmentId });
  const mode = await modeOf(work, mission);
  const proposed = await findProposed(work, mission);
  return { mission, mode, proposed, direct: mode === 'not-open' ? [] : await findDirect(work, mission) };
}

function distanceOf(mission: Stored<'mission'>, row: CandidateRow): number | null {
  const { latitude, longitude } = mission;
  if (latitude === null || longitude === null || row.latitude === null || row.longitude === null) return null;
  return distanceKm({ latitude, longitude }, { latitude: row.latitude, longitude: row.longitude });
}

function view({ row, facts, proposal }: Found, hints: readonly MatchHint[]): ReachableCandidate {
  return {
    id: row.id,
    number: row.number,
    lastName: row.lastName,
    firstName: row.firstName,
    postalCode: row.postalCode,
    city: row.city,
    latitude: row.latitude,
    longitude: row.longitude,
    profession: row.profession,
    specialty: row.specialty,
    activityKind: row.activityKind,
    startDate: row.startDate,
    endDate: row.endDate,
    weekdays: row.weekdays === 1,
    weekend: row.weekend === 1,
    vehicle: row.vehicle === 1,
    ehpad: row.ehpad === 1,
    intensiveCare: row.intensiveCare === 1,
    vaccinationExperience: row.vaccinationExperience === 1,
    mobilisation: row.mobilisation,
    status: candidateStatusLabels(facts).forEstablishments,
    access: proposal === null ? 'direct' : 'proposed',
    proposalId: proposal?.id ?? null,
    proposalState: proposal?.state ?? null,
    proposalVersion: proposal?.version ?? null,
    points: matchPoints(hints),
    hints: hints.map(({ reason }) => reason),
  };
}

function ranked(mission: Stored<'mission'>, facts: Mission, found: readonly Found[]): readonly ReachableCandidate[] {
  const matches = found.map((one) => {
    const distance = distanceOf(mission, one.row);
    return { candidateId: one.row.id, distance, hints: matchHints(facts, one.facts, distance), one };
  });
  return rank(matches).map(({ one, hints }) => view(one, hints));
}

/**
 * One page; people proposed by a regulator come first, then direct access, each by match.
 *
 * @throws CommandRefusal 'unknown-mission' | 'no-right' | 'out-of-scope'
 */
export async function reachableCandidates(
  ground: Ground,
  actor: Principal,
  query: { readonly id: string; readonly from: number; readonly limit: number },
): Promise<ReachablePage> {
  const { mission, mode, proposed, direct } = await ground.database.snapshot((reader) =>
    // Reads alone are asked of it.
    findAll(new UnitOfWork(reader as Writer, ground), actor, query.id),
  );
  const facts = missionFacts(mission);
  const all = [...ranked(mission, facts, proposed), ...ranked(mission, facts, direct)];
  const end = query.from + query.limit;
  return {
    candidates: all.slice(query.from, end),
    total: all.length,
    next: end < all.length ? end : null,
    mode,
  };
}
