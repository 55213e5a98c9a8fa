import type { CandidateId } from './identity.ts';
import type { MatchHint } from './match-hint.ts';

/** A candidate that no wall stops, with the hints to rank it by. */
export interface RankedMatch {
  readonly candidateId: CandidateId;
  /** Kilometres, null where the place is unknown. */
  readonly distance: number | null;
  readonly hints: readonly MatchHint[];
}

/** The points of a match are those of its hints, nothing else. */
export function matchPoints(hints: readonly MatchHint[]): number {
  return hints.reduce((sum, hint) => sum + hint.points, 0);
}

function compare(left: RankedMatch, right: RankedMatch): number {
  const points = matchPoints(right.hints) - matchPoints(left.hints);
  if (points !== 0) return points;
  const leftDistance = left.distance ?? Number.POSITIVE_INFINITY;
  const rightDistance = right.distance ?? Number.POSITIVE_INFINITY;
  if (leftDistance !== rightDistance) return leftDistance < rightDistance ? -1 : 1;
  if (left.candidateId === right.candidateId) return 0;
  return left.candidateId < right.candidateId ? -1 : 1;
}

/**
 * Best first: most points, then nearest, then by identifier, so that the same people always come in the same order
 * whatever the order they were given in.
 */
export function rank<Match extends RankedMatch>(matches: readonly Match[]): readonly Match[] {
  return [...matches].sort(compare);
}
