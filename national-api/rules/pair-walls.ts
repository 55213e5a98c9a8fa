/** Every wall between a stored mission and a stored candidate, and the refusal or conflict that follows from it. */
import { formatCivilDate } from '../../contract/domain/civil-date.ts';
import type { MatchWall } from '../../contract/domain/matching.ts';
import { MATCH_WALL_LABELS, matchWalls } from '../../contract/domain/matching.ts';
import type { MissionState } from '../../contract/domain/mission.ts';
import { isLive } from '../../contract/domain/proposal.ts';
import { poolServes } from '../../contract/national/facts/candidate-facts.ts';
import { missionFacts, stateOfMission } from '../../contract/national/facts/mission-facts.ts';
import { isAssignment } from '../../contract/national/facts/promised-days.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { candidateFacts, poolsOf } from './candidate-facts.ts';
import { proposalsOfCandidate, stateOf } from './proposals-of.ts';
import type { Reach } from './reach.ts';

type Proposal = Stored<'proposal'>;

export interface Pair {
  readonly mission: Stored<'mission'>;
  readonly candidate: Stored<'candidate'>;
  /** Every proposal of the person. */
  readonly proposals: readonly Proposal[];
  /** The live proposal of these two, when there is one. */
  readonly live: Proposal | null;
  readonly refusedBefore: boolean;
}

export async function pairOf(
  work: UnitOfWork,
  mission: Stored<'mission'>,
  candidate: Stored<'candidate'>,
): Promise<Pair> {
  const proposals = await proposalsOfCandidate(work, candidate.id);
  const ofMission = proposals.filter(({ missionId }) => missionId === mission.id);
  return {
    mission,
    candidate,
    proposals,
    live: ofMission.find((proposal) => isLive(stateOf(proposal))) ?? null,
    refusedBefore: ofMission.some(({ state }) => state === 'refused'),
  };
}

/** @param retriedByHand a refused pair is taken up again, with a reason */
export async function wallsBetween(
  work: UnitOfWork,
  pair: Pair,
  reach: Reach,
  retriedByHand: boolean,
): Promise<readonly MatchWall[]> {
  const { mission, candidate, proposals } = pair;
  const pools = await poolsOf(work, candidate);
  const serving = pools.filter((pool) => pool.kind === 'territorial' && poolServes(pool, mission.establishmentId));
  return matchWalls(
    missionFacts(
      mission,
      serving.map(({ id }) => id),
    ),
    candidateFacts(candidate, proposals, pools, work.now),
    {
      today: todayOf(mission.agency, work.now),
      openings: reach.openings,
      nationalDecision: reach.nationalDecision,
      pair: pair.live !== null ? 'live' : pair.refusedBefore ? 'refused' : 'none',
      retriedByHand,
    },
  );
}

const CODES: Readonly<Record<MatchWall, string>> = {
  'mission-not-open': 'mission-not-open',
  profession: 'profession-mismatch',
  vaccination: 'vaccination-mismatch',
  weekends: 'weekends-mismatch',
  vehicle: 'vehicle-mismatch',
  region: 'out-of-region',
  mobilisation: 'mobilisation-mismatch',
  'territorial-pool': 'territorial-pool-only',
  'unlisted-pool': 'unlisted-pool',
  unavailable: 'candidate-unavailable',
  assigned: 'candidate-assigned',
  'overlapping-assignment': 'overlapping-assignment',
  contacted: 'candidate-contacted',
  'too-many-proposals': 'too-many-proposals',
  'refused-pair': 'refused-pair',
  'live-pair': 'live-pair',
};

const NOT_OPEN: Readonly<Record<MissionState, string>> = {
  'without-need': "La mission n'a pas de besoin.",
  open: 'La mission est ouverte.',
  filled: 'La mission est pourvue.',
  ended: 'La mission est terminée.',
  closed: 'La mission est close.',
  archived: 'La mission est archivée.',
};

export function sayMissionState(mission: Stored<'mission'>, now: number): string {
  return NOT_OPEN[stateOfMission(mission, now)];
}

/** The act of someone else that stands between the two, for the walls that are one. */
function actBehind(wall: MatchWall, pair: Pair, now: number): Proposal | null {
  if (wall === 'live-pair') return pair.live;
  if (wall === 'contacted') return pair.proposals.find(({ state }) => state === 'contacted') ?? null;
  if (wall === 'assigned' || wall === 'overlapping-assignment') {
    return pair.proposals.find((proposal) => isAssignment(proposal, now)) ?? null;
  }
  return null;
}

/**
 * Says no at the first wall. Someone else's act (a contact, an assignment, a live proposal) is a conflict: by whom and
 * when is told, and the person as they now are. Anything else is a refusal.
 */
export function stopAtWalls(pair: Pair, walls: readonly MatchWall[], now: number): void {
  const [wall] = walls;
  if (wall === undefined) return;
  const said = walls.map((each) =>
    each === 'mission-not-open' ? sayMissionState(pair.mission, now) : MATCH_WALL_LABELS[each],
  );
  const behind = actBehind(wall, pair, now);
  if (behind === null) throw new CommandRefusal(CODES[wall], said.join(' '));
  const own = wall === 'live-pair';
  const at = (own ? null : (behind.decidedAt ?? behind.contactedAt)) ?? behind.proposedAt;
  const author = own ? behind.proposedByName : behind.establishmentName;
  const since = `${author}, le ${formatCivilDate(todayOf(pair.mission.agency, Date.parse(at)))}.`;
  throw new CommandConflict(CODES[wall], `${said.join(' ')} ${since}`, {
    kind: own ? 'proposal' : 'candidate',
    id: own ? behind.id : pair.candidate.id,
    author,
    at,
  });
}
