/**
 * Who may be sent where under the constraints of a plan: the walls of matching, then the limits that the person asked
 * for. `cost` is asked millions of times and says no at the first reason it meets; `gate` says which reason, in the order
 * of SHORTFALL_REASONS. Their agreement is tested.
 */
import { planCost } from '../../../contract/domain/plan-cost.ts';
import type { CandidateTerms } from '../matching/candidate-terms.ts';
import { HAS, HELD, MOBILISATION_BITS } from '../matching/candidate-terms.ts';
import { distanceTo, pointsWithoutDistance } from '../matching/match-points.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import { lends, WALL_BIT, wallBits } from '../matching/wall-bits.ts';
import { thawPeople } from './frozen-people.ts';
import { mostPointsOf } from './most-points.ts';
import type { PlanProblem } from './plan-problem.ts';

/** In the order in which a pair passes them. */
export const PAIR_GATES = [
  'profession',
  'reached',
  'fitting',
  'free',
  'unmet',
  'within',
  'experienced',
  'verified',
  'rested',
  'allowed',
] as const;
export type PairGate = (typeof PAIR_GATES)[number];

/** The pair may not be made. */
export const REFUSED = -1;

const OUT_OF_REACH = WALL_BIT.region | WALL_BIT.mobilisation | WALL_BIT['territorial-pool'] | WALL_BIT['unlisted-pool'];
const UNFIT = WALL_BIT.vaccination | WALL_BIT.weekends | WALL_BIT.vehicle;
const TAKEN =
  WALL_BIT.unavailable |
  WALL_BIT.assigned |
  WALL_BIT['overlapping-assignment'] |
  WALL_BIT.contacted |
  WALL_BIT['too-many-proposals'];
const MET = WALL_BIT['refused-pair'] | WALL_BIT['live-pair'];
/** Whoever is already proposed somewhere stays as they are. */
const HOLDING = HELD.unavailable | HELD.assigned | HELD.contacted | HELD.tooManyProposals | HELD.waiting;
const CAPS = ['local', 'departemental', 'national'] as const;

export class PairGates {
  readonly terms: CandidateTerms;
  readonly #problem: PlanProblem;
  readonly #caps: ReadonlyMap<number, number>;
  readonly #mostPoints: readonly number[];
  /** By mission, whom they may not have. */
  readonly #forbidden: ReadonlyMap<number, ReadonlySet<number>>;
  readonly #pinned: ReadonlySet<number>;
  /** By slot: 1 + the opening that a person from elsewhere comes through, where ceilings count. */
  readonly #through: Uint16Array;

  constructor(problem: PlanProblem) {
    const { missions, constraints, forbidden, pins } = problem;
    this.#problem = problem;
    this.terms = thawPeople(problem.people);
    this.#caps = new Map(
      CAPS.map((level) => [MOBILISATION_BITS[level] ?? 0, constraints.distanceCaps[level] ?? Number.POSITIVE_INFINITY]),
    );
    this.#mostPoints = missions.map(mostPointsOf);
    const pairs = new Map<number, Set<number>>();
    for (const [mission, slot] of forbidden) pairs.set(mission, (pairs.get(mission) ?? new Set()).add(slot));
    this.#forbidden = pairs;
    this.#pinned = new Set(pins.map(([, slot]) => slot));
    this.#through = this.#findOpenings();
  }

  /** Hectometres (`plan-cost.ts`), or REFUSED. @param distance as `distance` gives it */
  cost(mission: number, slot: number, distance: number): number {
    const { at } = this.terms;
    const needs = this.#mission(mission);
    const flags = at.flags[slot] as number;
    if (((at.held[slot] as number) & HOLDING) !== 0 || (flags & needs.needed) !== needs.needed) return REFUSED;
    if (!this.#isWithin(slot, distance) || !this.#isRested(slot)) return REFUSED;
    if (this.#lacksRequired(needs, flags) || !this.#isVerified(flags)) return REFUSED;
    if (this.#walls(mission, needs, slot) !== 0 || !this.#isAllowed(mission, slot)) return REFUSED;
    return this.#costOf(mission, needs, slot, distance);
  }

  /** What the cost is read from, for its explanation. */
  weigh(mission: number, slot: number) {
    const distance = this.distance(mission, slot);
    return this.#weigh(mission, this.#mission(mission), slot, distance);
  }

  /** The first gate that the pair does not pass, or null. */
  gate(mission: number, slot: number): PairGate | null {
    const needs = this.#mission(mission);
    const { at } = this.terms;
    const flags = at.flags[slot] as number;
    const walls = this.#walls(mission, needs, slot);
    if ((walls & WALL_BIT.profession) !== 0 || !needs.professions.includes(at.profession[slot] as number))
      return 'profession';
    if ((walls & OUT_OF_REACH) !== 0) return 'reached';
    if ((walls & UNFIT) !== 0) return 'fitting';
    if ((walls & TAKEN) !== 0 || ((at.held[slot] as number) & HELD.waiting) !== 0) return 'free';
    if ((walls & MET) !== 0) return 'unmet';
    if (!this.#isWithin(slot, this.distance(mission, slot))) return 'within';
    if (this.#lacksRequired(needs, flags)) return 'experienced';
    if (!this.#isVerified(flags)) return 'verified';
    if (!this.#isRested(slot)) return 'rested';
    return this.#isAllowed(mission, slot) ? null : 'allowed';
  }

  /** The walls of matching that stop a pair, as WALL_BIT has them. */
  walls(mission: number, slot: number): number {
    return this.#walls(mission, this.#mission(mission), slot);
  }

  /** Nobody and nothing holds the person: one of those whom a region may keep in reserve. */
  isFree(slot: number): boolean {
    const { at } = this.terms;
    return (at.bucket[slot] as number) > 0 && ((at.held[slot] as number) & HOLDING) === 0;
  }

  distance(mission: number, slot: number): number {
    return distanceTo(this.#mission(mission), this.terms, slot);
  }

  /** The opening whose ceiling counts the person, or -1. */
  openingOf(slot: number): number {
    return (this.#through[slot] as number) - 1;
  }

  #mission(mission: number): MissionTerms {
    return this.#problem.missions[mission] as MissionTerms;
  }

  #walls(mission: number, needs: MissionTerms, slot: number): number {
    const { isNational, openings } = this.#problem;
    const walls = wallBits(needs, this.terms, slot);
    if (isNational) return walls & ~WALL_BIT.region;
    const opening = this.openingOf(slot);
    if (openings.length === 0 || this.terms.at.agency[slot] === needs.agency) return walls;
    return opening >= 0 && openings[opening]?.receives[mission] === 1 ? walls : walls | WALL_BIT.region;
  }

  #isWithin(slot: number, distance: number): boolean {
    const cap = this.#caps.get(this.terms.at.mobilisation[slot] as number) ?? Number.POSITIVE_INFINITY;
    // An unknown distance cannot be told to be within a cap.
    return cap === Number.POSITIVE_INFINITY || distance <= cap;
  }

  #isRested(slot: number): boolean {
    const { mostSolicitations } = this.#problem.constraints;
    return mostSolicitations === null || (this.#problem.people.recent[slot] as number) < mostSolicitations;
  }

  #isVerified(flags: number): boolean {
    return !this.#problem.constraints.verifiedOnly || (flags & HAS.verified) !== 0;
  }

  #lacksRequired(needs: MissionTerms, flags: number): boolean {
    const { ehpadExperience, intensiveCareExperience } = this.#problem.constraints;
    return (
      (ehpadExperience === 'required' && needs.asksEhpad && (flags & HAS.ehpad) === 0) ||
      (intensiveCareExperience === 'required' && needs.asksIntensiveCare && (flags & HAS.intensiveCare) === 0)
    );
  }

  #isAllowed(mission: number, slot: number): boolean {
    return !this.#pinned.has(slot) && this.#forbidden.get(mission)?.has(slot) !== true;
  }

  #missedPreferences(needs: MissionTerms, flags: number): number {
    const { ehpadExperience, intensiveCareExperience } = this.#problem.constraints;
    return (
      Number(ehpadExperience === 'preferred' && needs.asksEhpad && (flags & HAS.ehpad) === 0) +
      Number(intensiveCareExperience === 'preferred' && needs.asksIntensiveCare && (flags & HAS.intensiveCare) === 0)
    );
  }

  #weigh(mission: number, needs: MissionTerms, slot: number, distance: number) {
    const { people, constraints } = this.#problem;
    const missing = (this.#mostPoints[mission] as number) - pointsWithoutDistance(needs, this.terms, slot);
    return {
      distance,
      missingPoints: Math.max(0, missing),
      missingExperiences: this.#missedPreferences(needs, this.terms.at.flags[slot] as number),
      recentSolicitations: people.recent[slot] as number,
      solicitedBefore: constraints.freshFirst && people.solicited[slot] === 1,
    };
  }

  #costOf(mission: number, needs: MissionTerms, slot: number, distance: number): number {
    return planCost(this.#weigh(mission, needs, slot, distance));
  }

  /**
   * Openings do not overlap, so that one ceiling counts a person; were there two, the first does. Where ceilings count, all
   * missions are of one region: its own people come through none.
   */
  #findOpenings(): Uint16Array {
    const { openings, people, missions } = this.#problem;
    const { at } = this.terms;
    const through = new Uint16Array(people.recent.length);
    const home = new Set(missions.map(({ agency }) => agency));
    openings.forEach(({ terms }, opening) => {
      for (let slot = 0; slot < through.length; slot += 1) {
        if (through[slot] !== 0 || home.has(at.agency[slot] as number)) continue;
        if (lends(terms, this.terms, slot)) through[slot] = opening + 1;
      }
    });
    return through;
  }
}
