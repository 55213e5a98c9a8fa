/**
 * Through what a candidate is reachable for a mission: their own region, an opening, or a decision of the CCS. The
 * opening that made them reachable counts the proposal under its ceiling (DOMAIN §4.3, §6).
 */
import type { Opening } from '../../contract/domain/opening.ts';
import { openingCovers } from '../../contract/domain/opening.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { openingFacts } from '../../contract/national/facts/opening-facts.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { candidateFacts, poolsOf } from './candidate-facts.ts';

export interface Reach {
  readonly openings: readonly Opening[];
  readonly openingId: string | null;
  readonly nationalDecision: boolean;
}

const OWN_REGION: Reach = { openings: [], openingId: null, nationalDecision: false };

interface Pair {
  readonly mission: Stored<'mission'>;
  readonly candidate: Stored<'candidate'>;
}

/** A full opening still serves the people who are already counted under it. */
async function hasPlace(work: UnitOfWork, opening: Stored<'opening'>, candidateId: string): Promise<boolean> {
  if (opening.state === 'active' && opening.used < opening.ceiling) return true;
  if (opening.state !== 'active' && opening.state !== 'paused') return false;
  const counted = await work.writer
    .selectFrom('proposal')
    .select('id')
    .where('openingId', '=', opening.id)
    .where('candidateId', '=', candidateId)
    .where('state', 'in', ['open', 'suspended', 'contacted', 'accepted', 'ended'])
    .executeTakeFirst();
  return counted !== undefined;
}

/** Whether the opening's terms cover the pair today, full or not. */
async function covers(work: UnitOfWork, opening: Stored<'opening'>, { mission, candidate }: Pair): Promise<boolean> {
  const facts = candidateFacts(candidate, [], await poolsOf(work, candidate), work.now);
  const today = todayOf(mission.agency, work.now);
  return openingCovers({ ...openingFacts(opening), state: 'active' }, facts, missionFacts(mission), today);
}

const CLOSED_DOORS: Readonly<Record<string, readonly [code: string, message: string]>> = {
  closed: ['opening-closed', 'Cette ouverture est close.'],
  'awaiting-agreement': ['opening-awaiting-agreement', "Cette ouverture attend l'accord de l'ARS prêteuse."],
  paused: ['opening-full', 'Cette ouverture est pleine : son plafond est atteint.'],
  active: ['opening-full', 'Cette ouverture est pleine : son plafond est atteint.'],
};

async function throughNamedOpening(work: UnitOfWork, pair: Pair, openingId: string, byDesk: boolean): Promise<Reach> {
  const opening = await work.get('opening', openingId);
  if (opening === null) throw new CommandRefusal('unknown-opening', "Cette ouverture n'existe pas.");
  if (!(await hasPlace(work, opening, pair.candidate.id))) {
    const [code, message] = CLOSED_DOORS[opening.state] ?? ['opening-closed', 'Cette ouverture est close.'];
    throw new CommandRefusal(code, message);
  }
  if (!(await covers(work, opening, pair))) {
    throw new CommandRefusal(
      'opening-does-not-cover',
      'Cette ouverture ne couvre pas cette personne pour cette mission.',
    );
  }
  return { openings: [{ ...openingFacts(opening), state: 'active' }], openingId, nationalDecision: byDesk };
}

/** For a regulator or the desk: the opening is named, or the CCS decides by itself. */
export async function reachOf(
  work: UnitOfWork,
  actor: Principal,
  pair: Pair,
  openingId: string | null,
): Promise<Reach> {
  if (pair.candidate.agency === pair.mission.agency) return OWN_REGION;
  const byDesk = actor.role === 'ccs-desk' || actor.role === 'ccs-lead';
  if (openingId !== null) return throughNamedOpening(work, pair, openingId, byDesk);
  return { ...OWN_REGION, nationalDecision: byDesk };
}

/** Openings towards a region that may serve its establishments. */
export async function openingsTowards(work: UnitOfWork, agency: number | null): Promise<readonly Stored<'opening'>[]> {
  if (agency === null) return [];
  const rows = await work.writer
    .selectFrom('opening')
    .selectAll()
    .where('receiverAgency', '=', agency)
    .where('state', 'in', ['active', 'paused'])
    .orderBy('id')
    .execute();
  return work.adopt('opening', rows);
}

/** For an establishment in direct access: the first opening that has a place for the person. */
export async function directReachOf(work: UnitOfWork, pair: Pair): Promise<Reach> {
  if (pair.candidate.agency === pair.mission.agency) return OWN_REGION;
  for (const opening of await openingsTowards(work, pair.mission.agency)) {
    if ((await hasPlace(work, opening, pair.candidate.id)) && (await covers(work, opening, pair))) {
      return {
        openings: [{ ...openingFacts(opening), state: 'active' }],
        openingId: opening.id,
        nationalDecision: false,
      };
    }
  }
  return OWN_REGION;
}
