/**
 * May this person look at that volunteer's contact details or documents, for this mission? (DOMAIN §9, "reveal contact
 * details, documents"; §4.10). One rule a scope.
 */
import { directAccess } from '../../contract/domain/crisis-mode.ts';
import type { MatchWall } from '../../contract/domain/matching.ts';
import { openingCovers } from '../../contract/domain/opening.ts';
import { scopeOf } from '../../contract/domain/right.ts';
import type { RightScope } from '../../contract/domain/right-scope.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { openingFacts } from '../../contract/national/facts/opening-facts.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { candidateFacts, poolsOf } from '../rules/candidate-facts.ts';
import { crisisOf } from '../rules/crisis-facts.ts';
import type { Pair } from '../rules/pair-walls.ts';
import { pairOf, wallsBetween } from '../rules/pair-walls.ts';
import { directReachOf, openingsTowards } from '../rules/reach.ts';

export type RevealRight = 'reveal-contact' | 'read-documents';

export interface RevealObject {
  readonly candidate: Stored<'candidate'>;
  readonly mission: Stored<'mission'> | null;
}

interface Question extends RevealObject {
  readonly work: UnitOfWork;
  readonly actor: Principal;
  /** With the mission at hand, when there is one. */
  readonly pair: Pair | null;
}

const regulates = (actor: Principal, place: { agency: number | null; departement: string }): boolean =>
  actor.agency !== null &&
  place.agency === actor.agency &&
  (actor.departements === null || actor.departements.includes(place.departement));

/** Own region, and those whom a live proposal ties to one of its missions. */
async function ownRegionAndProposed({ actor, candidate, mission, pair }: Question): Promise<boolean> {
  if (mission === null) return regulates(actor, candidate);
  const tied = pair !== null && pair.live !== null;
  return regulates(actor, mission) ? regulates(actor, candidate) || tied : regulates(actor, candidate) && tied;
}

/** What keeps a person out of an alert's reach whatever the CCS decides. */
const BEYOND_AN_ALERT: ReadonlySet<MatchWall> = new Set(['profession', 'vaccination', 'mobilisation', 'unlisted-pool']);

/** A person of an alert (could answer it), or of a plan (proposed, or covered by an opening towards the region). */
async function alertOrPlan({ work, candidate, mission, pair }: Question): Promise<boolean> {
  if (mission === null || pair === null) return false;
  if (pair.live !== null) return true;
  const facts = candidateFacts(candidate, pair.proposals, await poolsOf(work, candidate), work.now);
  const today = todayOf(mission.agency, work.now);
  const openings = await openingsTowards(work, mission.agency);
  if (openings.some((opening) => openingCovers(openingFacts(opening), facts, missionFacts(mission), today)))
    return true;
  const alerted = mission.alert === 'raised' || mission.alert === 'taken' || mission.alert === 'answered';
  if (!alerted) return false;
  const walls = await wallsBetween(work, pair, { openings: [], openingId: null, nationalDecision: true }, true);
  return !walls.some((wall) => BEYOND_AN_ALERT.has(wall));
}

/** For an establishment: proposed to it, or within its direct access. */
async function directOrProposed({ work, actor, candidate, mission, pair }: Question): Promise<boolean> {
  if (mission === null || pair === null || !actor.establishments.includes(mission.establishmentId)) return false;
  if (pair.live !== null) return true;
  const { crisis, grants } = await crisisOf(work, [mission.agency, candidate.agency]);
  const facts = candidateFacts(candidate, pair.proposals, [], work.now);
  const today = todayOf(mission.agency, work.now);
  if (!directAccess(missionFacts(mission), facts, crisis, grants, today).allowed) return false;
  return (await wallsBetween(work, pair, await directReachOf(work, pair), false)).length === 0;
}

const RULES: Partial<Record<RightScope, (question: Question) => Promise<boolean>>> = {
  'own-region-and-proposed': ownRegionAndProposed,
  'alert-or-plan': alertOrPlan,
  'direct-or-proposed': directOrProposed,
};

/** @throws CommandRefusal 'no-right' | 'out-of-scope' */
export async function requireReveal(
  work: UnitOfWork,
  actor: Principal,
  right: RevealRight,
  { candidate, mission }: RevealObject,
): Promise<void> {
  const scope = actor.role === 'system' ? null : scopeOf(right, actor.role);
  const rule = scope === null ? undefined : RULES[scope];
  if (rule === undefined) throw new CommandRefusal('no-right', 'Votre habilitation ne permet pas cette consultation.');
  const pair = mission === null ? null : await pairOf(work, mission, candidate);
  if (await rule({ work, actor, candidate, mission, pair })) return;
  throw new CommandRefusal('out-of-scope', 'Cette personne est hors de votre périmètre pour cette mission.');
}
