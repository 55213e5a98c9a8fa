import type { Candidate } from './candidate.ts';
import type { MatchContext, MatchWall } from './matching.ts';
import { MATCH_WALL_LABELS, MATCH_WALLS, matchWalls } from './matching.ts';
import type { Mission } from './mission.ts';

/** How many candidates one wall stops. */
export interface WallCount {
  readonly wall: MatchWall;
  /** French, from MATCH_WALL_LABELS. */
  readonly label: string;
  /** Stopped by this wall and by no other: what its relaxation alone would bring. */
  readonly alone: number;
  /** Stopped by this wall, whatever else does. */
  readonly total: number;
}

export interface NearMiss {
  readonly considered: number;
  readonly matching: number;
  /** The walls that stop somebody; those whose relaxation brings most come first. */
  readonly walls: readonly WallCount[];
}

/** Walls that the requester or the regulator can lift by changing the need or opening a pool. */
export const RELAXABLE_WALLS: readonly MatchWall[] = [
  'weekends',
  'vehicle',
  'vaccination',
  'region',
  'territorial-pool',
  'refused-pair',
];

/**
 * Why an unfilled mission has few candidates: how many each wall alone removes, never a bare "Aucun professionnel
 * trouvé" (D10, F100). Candidates of another profession are not counted as considered: relaxing that wall is asking
 * for something else; with vaccination help, those of an eligible profession are.
 */
export function nearMiss(
  mission: Mission,
  candidates: Iterable<Candidate>,
  contextOf: (candidate: Candidate) => MatchContext,
): NearMiss {
  const alone = new Map<MatchWall, number>();
  const total = new Map<MatchWall, number>();
  const asked = mission.requirements;
  let considered = 0;
  let matching = 0;
  for (const candidate of candidates) {
    const profession = asked.vaccinationHelp
      ? asked.vaccinationProfessions.includes(candidate.profession)
      : candidate.profession === mission.profession;
    if (!profession) continue;
    considered += 1;
    const walls = matchWalls(mission, candidate, contextOf(candidate));
    if (walls.length === 0) matching += 1;
    for (const wall of walls) total.set(wall, (total.get(wall) ?? 0) + 1);
    const [only] = walls;
    if (walls.length === 1 && only !== undefined) alone.set(only, (alone.get(only) ?? 0) + 1);
  }
  const walls = MATCH_WALLS.filter((wall) => total.has(wall)).map((wall) => ({
    wall,
    label: MATCH_WALL_LABELS[wall],
    alone: alone.get(wall) ?? 0,
    total: total.get(wall) ?? 0,
  }));
  walls.sort((left, right) => right.alone - left.alone || right.total - left.total);
  return { considered, matching, walls };
}

/** The relaxable wall that would bring most candidates by itself, or null when none brings anyone. */
export function cheapestRelaxation(miss: NearMiss): WallCount | null {
  return miss.walls.find(({ wall, alone }) => alone > 0 && RELAXABLE_WALLS.includes(wall)) ?? null;
}
