/**
 * The walls of contract/domain/matching.ts over packed terms, one bit each, in the order of MATCH_WALLS. The domain's
 * own function is the oracle of its test: same walls, pair by pair.
 */
import { rangesOverlap } from '../../../contract/domain/civil-date.ts';
import type { MatchWall } from '../../../contract/domain/matching.ts';
import { MATCH_WALLS } from '../../../contract/domain/matching.ts';
import type { CandidateTerms } from './candidate-terms.ts';
import { HAS, HELD, MOBILISATION_BITS } from './candidate-terms.ts';
import type { MissionTerms, OpeningTerms } from './mission-terms.ts';
import { TERRITORIAL, UNLISTED } from './pool-terms.ts';

export const WALL_BIT = Object.fromEntries(MATCH_WALLS.map((wall, index) => [wall, 1 << index])) as Readonly<
  Record<MatchWall, number>
>;
const NATIONAL = MOBILISATION_BITS['national'] ?? 0;
const HOLDING = HELD.unavailable | HELD.assigned | HELD.contacted | HELD.tooManyProposals;

/** Does the opening lend this person? Its days and its receiver were looked at with the mission. */
export function lends(opening: OpeningTerms, { at }: CandidateTerms, slot: number): boolean {
  return (
    ((at.mobilisation[slot] ?? 0) & opening.mobilisations) !== 0 &&
    ((at.poolKinds[slot] ?? 0) & opening.poolKinds) !== 0 &&
    (opening.agencies === null || opening.agencies.has(at.agency[slot] ?? 0)) &&
    (opening.professions === null || opening.professions.has(at.profession[slot] ?? 0)) &&
    (opening.specialties === null || opening.specialties.has(at.specialty[slot] ?? 0))
  );
}

function needBits(mission: MissionTerms, { at }: CandidateTerms, slot: number): number {
  const flags = at.flags[slot] ?? 0;
  const isAsked = mission.professions.includes(at.profession[slot] ?? 0);
  let bits = mission.isOpen ? 0 : WALL_BIT['mission-not-open'];
  if (!mission.asksVaccination) bits |= isAsked ? 0 : WALL_BIT.profession;
  else if (!isAsked || (flags & HAS.vaccinationHelp) === 0) bits |= WALL_BIT.vaccination;
  if (mission.asksWeekends && (flags & HAS.weekend) === 0) bits |= WALL_BIT.weekends;
  if (mission.asksVehicle && (flags & HAS.vehicle) === 0) bits |= WALL_BIT.vehicle;
  return bits;
}

function reachBits(mission: MissionTerms, candidates: CandidateTerms, slot: number): number {
  if (candidates.at.agency[slot] === mission.agency) return 0;
  const isOpened = mission.openings.some((opening) => lends(opening, candidates, slot));
  const isNational = candidates.at.mobilisation[slot] === NATIONAL;
  return (isOpened ? 0 : WALL_BIT.region) | (isNational ? 0 : WALL_BIT.mobilisation);
}

function poolBits(mission: MissionTerms, candidates: CandidateTerms, slot: number): number {
  const kinds = candidates.at.poolKinds[slot] ?? 0;
  if (kinds === 0 || (kinds & ~(TERRITORIAL | UNLISTED)) !== 0) return 0;
  const territorial = candidates.territorial.get(slot);
  if (territorial === undefined) return WALL_BIT['unlisted-pool'];
  return territorial.some((pool) => mission.territorialPools.includes(pool)) ? 0 : WALL_BIT['territorial-pool'];
}

function heldBits(mission: MissionTerms, candidates: CandidateTerms, slot: number): number {
  const held = candidates.at.held[slot] ?? 0;
  const promised = candidates.promised.get(slot);
  if ((held & HOLDING) === 0 && promised === undefined) return 0;
  let bits = (held & HELD.unavailable) === 0 ? 0 : WALL_BIT.unavailable;
  if ((held & HELD.assigned) !== 0) bits |= WALL_BIT.assigned;
  else if (promised?.some((range) => rangesOverlap(range, mission.dates))) bits |= WALL_BIT['overlapping-assignment'];
  else if ((held & HELD.contacted) !== 0) bits |= WALL_BIT.contacted;
  if ((held & HELD.tooManyProposals) !== 0) bits |= WALL_BIT['too-many-proposals'];
  return bits;
}

function pairBits(mission: MissionTerms, slot: number): number {
  const pair = mission.pairs.size === 0 ? undefined : mission.pairs.get(slot);
  if (pair === undefined) return 0;
  return pair === 'live' ? WALL_BIT['live-pair'] : WALL_BIT['refused-pair'];
}

/** 0: the pair may be proposed. */
export function wallBits(mission: MissionTerms, candidates: CandidateTerms, slot: number): number {
  return (
    needBits(mission, candidates, slot) |
    reachBits(mission, candidates, slot) |
    poolBits(mission, candidates, slot) |
    heldBits(mission, candidates, slot) |
    pairBits(mission, slot)
  );
}

/** Does no wall stop the pair? Most are stopped by one of the first two looks, before all walls are asked. */
export function isFree(mission: MissionTerms, candidates: CandidateTerms, slot: number): boolean {
  const { at } = candidates;
  if (((at.held[slot] ?? 0) & HOLDING) !== 0 || ((at.flags[slot] ?? 0) & mission.needed) !== mission.needed)
    return false;
  if (at.agency[slot] !== mission.agency && at.mobilisation[slot] !== NATIONAL) return false;
  return wallBits(mission, candidates, slot) === 0;
}
