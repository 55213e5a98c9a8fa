/** Why a mission's list is empty or short, wall by wall (FEATURES D10, F100), over packed terms. */
import { MATCH_WALL_LABELS, MATCH_WALLS } from '../../../contract/domain/matching.ts';
import { RELAXABLE_WALLS } from '../../../contract/domain/near-miss.ts';
import type { CandidateTerms } from '../matching/candidate-terms.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import { WALL_BIT, wallBits } from '../matching/wall-bits.ts';

export interface WallGain {
  readonly wall: string;
  readonly label: string;
  /** How many its relaxation alone would bring. */
  readonly gain: number;
}

/** Walls that someone can lift and that keep somebody out by themselves; most first. */
export function relaxations(
  mission: MissionTerms,
  candidates: CandidateTerms,
): { matching: number; walls: WallGain[] } {
  const alone = new Map<number, number>();
  let matching = 0;
  for (const profession of mission.professions) {
    for (const agency of candidates.agenciesOf(profession)) {
      for (const slot of candidates.bucket(profession, agency)) {
        const bits = wallBits(mission, candidates, slot);
        if (bits === 0) matching += 1;
        // One bit alone.
        else if ((bits & (bits - 1)) === 0) alone.set(bits, (alone.get(bits) ?? 0) + 1);
      }
    }
  }
  const walls = MATCH_WALLS.filter((wall) => RELAXABLE_WALLS.includes(wall))
    .map((wall) => ({ wall, label: MATCH_WALL_LABELS[wall], gain: alone.get(WALL_BIT[wall]) ?? 0 }))
    .filter(({ gain }) => gain > 0)
    .sort((left, right) => right.gain - left.gain);
  return { matching, walls };
}
