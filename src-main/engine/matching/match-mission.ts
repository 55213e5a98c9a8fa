/**
 * Who may be proposed for a mission, best first (DOMAIN §4.3), in the very order of contract/domain/match-rank.ts.
 * Distances cost most and are only worth so many points: they are measured for those who can still reach the page.
 */
import { DEFAULT_HINT_WEIGHTS } from '../../../contract/domain/match-hint.ts';
import type { CandidateTerms } from './candidate-terms.ts';
import { distancePoints, distanceTo, pointsWithoutDistance } from './match-points.ts';
import type { MissionTerms } from './mission-terms.ts';
import { isFree } from './wall-bits.ts';

/** Every slot whose profession is asked and whose agency lends or is the mission's own. */
export function slotsWithinReach(mission: MissionTerms, candidates: CandidateTerms): number[] {
  const isLent = (agency: number) =>
    agency === mission.agency || mission.openings.some(({ agencies }) => agencies === null || agencies.has(agency));
  return mission.professions.flatMap((profession) =>
    candidates
      .agenciesOf(profession)
      .filter(isLent)
      .flatMap((agency) => candidates.bucket(profession, agency)),
  );
}

/** Not measured yet; a distance that is unknown is NaN. */
const UNMEASURED = -1;

export class Matches {
  /** In no order. */
  readonly slots: readonly number[];
  readonly #mission: MissionTerms;
  readonly #candidates: CandidateTerms;
  readonly #base: Uint8Array;
  readonly #distances: Float64Array;

  constructor(mission: MissionTerms, candidates: CandidateTerms) {
    this.#mission = mission;
    this.#candidates = candidates;
    this.slots = mission.isOpen
      ? slotsWithinReach(mission, candidates).filter((slot) => isFree(mission, candidates, slot))
      : [];
    this.#base = Uint8Array.from(this.slots, (slot) => pointsWithoutDistance(mission, candidates, slot));
    this.#distances = new Float64Array(this.slots.length).fill(UNMEASURED);
  }

  /** Kilometres, by index of `slots`; NaN where unknown. */
  distance(index: number): number {
    const known = this.#distances[index] ?? Number.NaN;
    if (known !== UNMEASURED) return known;
    const measured = distanceTo(this.#mission, this.#candidates, this.slots[index] ?? 0);
    this.#distances[index] = measured;
    return measured;
  }

  /** By index of `slots`. */
  points(index: number): number {
    return (this.#base[index] ?? 0) + distancePoints(this.distance(index));
  }

  /** Indexes by their points without distance. */
  byBase(): (readonly number[] | undefined)[] {
    const groups: number[][] = [];
    for (let index = 0; index < this.#base.length; index += 1) addTo(groups, this.#base[index] ?? 0, index);
    return groups;
  }
}

function addTo(groups: number[][], value: number, index: number): void {
  const group = groups[value];
  if (group === undefined) groups[value] = [index];
  else group.push(index);
}

/**
 * Indexes by points, as far down as is needed for `to` of them: whoever is left out has fewer points than all of those.
 */
function groupByPoints(matches: Matches, to: number): number[][] {
  const byBase = matches.byBase();
  const groups: number[][] = [];
  let sure = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (let base = byBase.length - 1; base >= 0; base -= 1) {
    for (const index of byBase[base] ?? []) addTo(groups, matches.points(index), index);
    // Nobody who is left can have more points than this.
    const reachable = base - 1 + DEFAULT_HINT_WEIGHTS.distance;
    for (let value = Math.min(lowest, groups.length) - 1; value > reachable; value -= 1) {
      sure += groups[value]?.length ?? 0;
      lowest = value;
    }
    if (sure >= to) break;
  }
  return groups;
}

/**
 * Indexes of the matches from one rank to another: most points, then nearest, then by id. Only those whose points reach
 * the page are sorted.
 *
 * @param idRanks by slot: place of its id among all
 */
export function rankMatches(matches: Matches, idRanks: Float64Array, from: number, to: number): number[] {
  const { slots } = matches;
  const far = (index: number): number => {
    const distance = matches.distance(index);
    return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
  };
  const compare = (left: number, right: number): number => {
    const [one, two] = [far(left), far(right)];
    if (one !== two) return one < two ? -1 : 1;
    return (idRanks[slots[left] ?? 0] ?? 0) - (idRanks[slots[right] ?? 0] ?? 0);
  };
  const groups = groupByPoints(matches, to);
  const page: number[] = [];
  let passed = 0;
  for (let value = groups.length - 1; value >= 0 && passed < to; value -= 1) {
    const group = groups[value];
    if (group === undefined) continue;
    if (passed + group.length > from) {
      group.sort(compare);
      for (const index of group.slice(Math.max(0, from - passed), to - passed)) page.push(index);
    }
    passed += group.length;
  }
  return page;
}
