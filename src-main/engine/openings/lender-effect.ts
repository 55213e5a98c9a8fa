/** What an opening leaves to those who lend: their own missions without the people who would be taken. */
import type { SimulatedVariant } from '../../../contract/app/simulation-shapes.ts';
import { missionLabel } from '../../commands/words.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import { isFree } from '../matching/wall-bits.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import { coverable } from './coverable.ts';

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
  const asked = [...new Set(concerned.flatMap((mission) => mission.terms.professions))];
  const ownPeople = asked
    .flatMap((profession) => terms.bucket(profession, agency))
    .filter((slot) => terms.at.held[slot] === 0);
  const gone = new Set(taken);
  const needs = concerned.map((mission) => ({ ...mission, receives: [] }));
  const filled = (people: readonly number[]): number => coverable(terms, needs, people, () => -1)([]);
  return {
    agency: agency === 0 ? null : agency,
    free,
    taken: taken.length,
    coverableBefore: filled(ownPeople),
    coverableAfter: filled(ownPeople.filter((slot) => !gone.has(slot))),
    missionsLosingLast: losing.length,
    missions: losing.slice(0, MOST_TOLD),
  };
}
