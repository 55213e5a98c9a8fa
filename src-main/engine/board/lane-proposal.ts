/**
 * The order that the score proposes (UX 3, FEATURES D5). In each region, missions by falling score: the first fifth of
 * the open posts at most in P1 (DOMAIN §2.7: past it, a P1 must say why), then up to half of them in P2, up to four
 * fifths in P3, the rest in P4. Equal scores share a lane. It proposes; people decide.
 *
 * ```
 *  posts, by falling score   0 ────── 20 % ────────── 50 % ────────── 80 % ────────── 100 %
 *  lane                          P1          P2              P3              P4
 * ```
 */
import type { Priority } from '../../../contract/domain/priority.ts';
import { VITAL_SHARE_LIMIT } from '../../../contract/domain/priority.ts';

const URGENT_UNTIL = 0.5;
const IMPORTANT_UNTIL = 0.8;

export interface Ranked {
  readonly id: string;
  /** The region: each is ranked by itself, as its own share of P1 counts. */
  readonly agency: number | null;
  readonly score: number;
  /** Posts still to fill. */
  readonly posts: number;
}

/** @example proposedLanes([{ id: 'm-1', agency: 6, score: 80, posts: 1 }]).get('m-1') // 'P2' */
export function proposedLanes(missions: readonly Ranked[]): ReadonlyMap<string, Priority> {
  const regions = Map.groupBy(missions, ({ agency }) => agency);
  return new Map([...regions.values()].flatMap(lanesOfRegion));
}

function lanesOfRegion(missions: readonly Ranked[]): [string, Priority][] {
  const all = postsOf(missions);
  const byScore = [...Map.groupBy(missions, ({ score }) => score)].sort(([left], [right]) => right - left);
  let before = 0;
  return byScore.flatMap(([, equals]) => {
    const lane = laneFrom(before, postsOf(equals), all);
    before += postsOf(equals);
    return equals.map(({ id }): [string, Priority] => [id, lane]);
  });
}

/** P1 never goes past its share; the others hold what begins in theirs. */
function laneFrom(before: number, posts: number, all: number): Priority {
  if (before + posts <= VITAL_SHARE_LIMIT * all) return 'P1';
  if (before < URGENT_UNTIL * all) return 'P2';
  return before < IMPORTANT_UNTIL * all ? 'P3' : 'P4';
}

function postsOf(missions: readonly Ranked[]): number {
  return missions.reduce((sum, { posts }) => sum + posts, 0);
}
