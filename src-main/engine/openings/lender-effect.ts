/** What an opening leaves to those who lend: their own missions without the people who would be taken. */
import type { SimulatedVariant } from '../../../contract/app/simulation-shapes.ts';
import { missionLabel } from '../../commands/words.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import { isFree } from '../matching/wall-bits.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import { coverageGround, coverageOf } from './coverage.ts';

export interface OwnMission {
  readonly row: MissionViewRow;
  /** Without any opening: a region answers first with its own people. */
  readonly terms: MissionTerms;
  readonly posts: number;
}

type LenderView = SimulatedVariant['lenders'][number];
const MOST_TOLD = 50;

/**
 * @param agency 0: the volunteers who live under none, and have no mission of their own
 * @param free people of the agency whom the opening lends and who are free
 * @param taken slots of those of the agency who would be sent
 * @param own every open mission of the agency
 */
export function lenderEffect(
  candidates: CandidateTable,
  agency: number,
  free: number,
  taken: readonly number[],
  own: readonly OwnMission[],
): LenderView {
  const { terms } = candidates;
  const professions = new Set(taken.map((slot) => terms.at.profession[slot] ?? 0));
  const concerned = own.filter((mission) => mission.terms.professions.some((one) => professions.has(one)));
  const losing = concerned.flatMap(({ row, terms: needs }) => {
    const lost = taken.filter((slot) => isFree(needs, terms, slot)).length;
    const { own: before } = lost === 0 ? { own: 0 } : candidates.supply.of(needs);
    return lost > 0 && before === lost ? [{ missionId: row.id, label: missionLabel(row), before }] : [];
  });
  const asked = new Set(concerned.flatMap((mission) => mission.terms.professions));
  const isOwn = (slot: number) => terms.at.agency[slot] === agency && asked.has(terms.at.profession[slot] ?? 0);
  const gone = new Set(taken);
  const filled = (keep: (slot: number) => boolean): number => {
    if (concerned.length === 0) return 0;
    const needs = concerned.map((mission) => mission.terms);
    const posts = concerned.map((mission) => mission.posts);
    return coverageOf(coverageGround(candidates, needs, posts, keep), []).filled;
  };
  return {
    agency: agency === 0 ? null : agency,
    free,
    taken: taken.length,
    coverableBefore: filled(isOwn),
    coverableAfter: filled((slot) => isOwn(slot) && !gone.has(slot)),
    missionsLosingLast: losing.length,
    missions: losing.slice(0, MOST_TOLD),
  };
}
