/** Who may be proposed for a mission, best first (DOMAIN §4.3), in the very order of contract/domain/match-rank.ts. */
import type { CandidateTerms } from './candidate-terms.ts';
import { distanceTo, pointsOf } from './match-points.ts';
import type { MissionTerms } from './mission-terms.ts';
import { isFree } from './wall-bits.ts';

export interface Matches {
  /** In no order. */
  readonly slots: readonly number[];
  /** By index of `slots`. */
  readonly points: Uint8Array;
  /** By index of `slots`; NaN where unknown. */
  readonly distances: Float64Array;
}

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

export function matchMission(mission: MissionTerms, candidates: CandidateTerms): Matches {
  const slots = mission.isOpen
    ? slotsWithinReach(mission, candidates).filter((slot) => isFree(mission, candidates, slot))
    : [];
  const points = new Uint8Array(slots.length);
  const distances = new Float64Array(slots.length);
  slots.forEach((slot, index) => {
    const distance = distanceTo(mission, candidates, slot);
    distances[index] = distance;
    points[index] = pointsOf(mission, candidates, slot, distance);
  });
  return { slots, points, distances };
}

/**
 * Indexes of the matches from one rank to another: most points, then nearest, then by id. Only those whose points reach
 * the page are sorted.
 *
 * @param idRanks by slot: place of its id among all
 */
export function rankMatches(matches: Matches, idRanks: Float64Array, from: number, to: number): number[] {
  const { slots, points, distances } = matches;
  const byPoints: number[][] = [];
  for (let index = 0; index < slots.length; index += 1) {
    const value = points[index] ?? 0;
    const group = byPoints[value];
    if (group === undefined) byPoints[value] = [index];
    else group.push(index);
  }
  const far = (index: number): number => {
    const distance = distances[index] ?? Number.NaN;
    return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
  };
  const compare = (left: number, right: number): number => {
    const [one, two] = [far(left), far(right)];
    if (one !== two) return one < two ? -1 : 1;
    return (idRanks[slots[left] ?? 0] ?? 0) - (idRanks[slots[right] ?? 0] ?? 0);
  };
  const page: number[] = [];
  let passed = 0;
  for (let value = byPoints.length - 1; value >= 0 && passed < to; value -= 1) {
    const group = byPoints[value];
    if (group === undefined) continue;
    if (passed + group.length > from) {
      group.sort(compare);
      for (const index of group.slice(Math.max(0, from - passed), to - passed)) page.push(index);
    }
    passed += group.length;
  }
  return page;
}
