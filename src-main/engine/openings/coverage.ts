/**
 * How many posts can be filled all together, and by whom at the least way: the plan of arbitration asked with no wish but
 * distance, over the people who matter.
 */
import { DEFAULT_CONSTRAINTS } from '../../../contract/app/plan-columns.ts';
import { freezePeople } from '../arbitration/frozen-people.ts';
import type { CountedOpening, PlanProblem } from '../arbitration/plan-problem.ts';
import { solveOnly } from '../arbitration/solve-plan.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';

const { reach: _reach, ...WISHES } = DEFAULT_CONSTRAINTS;
const NO_WISH: PlanProblem['constraints'] = {
  ...WISHES,
  ehpadExperience: 'as-hint',
  intensiveCareExperience: 'as-hint',
  freshFirst: false,
  mostSolicitations: null,
};

/** People by id, packed once for several questions. */
export interface CoverageGround {
  readonly problem: Omit<PlanProblem, 'openings'>;
  readonly ids: readonly string[];
}

export interface Coverage {
  readonly filled: number;
  /** Ids of those who are sent through the last opening of the question, with their kilometres (NaN: unknown). */
  readonly through: readonly { readonly id: string; readonly kilometres: number }[];
}

/**
 * @param posts by mission: those that nobody waits for
 * @param keep slots of the people who may matter
 */
export function coverageGround(
  candidates: CandidateTable,
  missions: readonly MissionTerms[],
  posts: readonly number[],
  keep: (slot: number) => boolean,
): CoverageGround {
  const freezing = freezePeople(candidates, new Map(), keep);
  const problem = {
    people: freezing.people,
    missions: missions.map((terms) => ({ ...terms, pairs: freezing.replace(terms.pairs) })),
    posts: Int32Array.from(posts),
    weights: new Uint8Array(missions.length).fill(1),
    isNational: false,
    constraints: NO_WISH,
    pins: [],
    forbidden: [],
    before: null,
  };
  return { problem, ids: freezing.ids };
}

/** @param openings whose places count; the last is the one asked about */
export function coverageOf({ problem, ids }: CoverageGround, openings: readonly CountedOpening[]): Coverage {
  const { solution, gates } = solveOnly({ ...problem, openings }, () => {});
  const through: { id: string; kilometres: number }[] = [];
  let filled = 0;
  solution.assignment.forEach((mission, place) => {
    if (mission < 0) return;
    filled += 1;
    if (openings.length > 0 && gates.openingOf(place) === openings.length - 1)
      through.push({ id: ids[place] ?? '', kilometres: gates.distance(mission, place) });
  });
  return { filled, through };
}
