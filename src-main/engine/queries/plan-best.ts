/** Who would be proposed to each of many missions, by their ranks of this moment; in slices beside answers. */
import type { Priority } from '../../../contract/domain/priority.ts';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import type { BestPlan, MissionPlan, PostsToFill, RankedPerson } from '../../commands/best-proposals.ts';
import { bestProposals } from '../../commands/best-proposals.ts';
import { HELD } from '../matching/candidate-terms.ts';
import { Matches, rankMatches } from '../matching/match-mission.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import type { MissionTable } from '../tables/mission-table.ts';
import { inSlices } from '../tables/turns.ts';
import { relaxations } from './near-miss.ts';

const FIRST_LOOK = 16;

/** Whom no wall stops and who waits for no other answer, best first; measured only as far as it is read. */
export function* freePeople(terms: MissionTerms, { terms: people, image }: CandidateTable): Generator<RankedPerson> {
  const matches = new Matches(terms, people);
  for (let from = 0, look = FIRST_LOOK; from < matches.slots.length; from += look, look *= 2) {
    for (const index of rankMatches(matches, image.idRanks(), from, from + look)) {
      const slot = matches.slots[index] ?? -1;
      const candidateId = image.idAt(slot);
      if (candidateId === null || ((people.at.held[slot] ?? 0) & HELD.waiting) !== 0) continue;
      const distance = matches.distance(index);
      const distanceKm = Number.isNaN(distance) ? null : distance;
      yield { candidateId, points: matches.points(index), distanceKm };
    }
  }
}

/** Open posts for which nobody is proposed or contacted; missions in the order in which they are served. */
export function postsToFill({ image, rows }: MissionTable, missionIds: readonly string[]): readonly PostsToFill[] {
  const read = (id: string, name: string) => {
    const slot = image.slotOf(id);
    return slot === undefined ? null : image.column(name).read(slot);
  };
  const lane = (id: string) => PRIORITIES.indexOf(rows.get(id)?.priority as Priority);
  const score = (id: string) => Number(read(id, 'score') ?? 0);
  const byUrgency = missionIds
    .filter((id) => rows.has(id))
    .toSorted((left, right) => lane(left) - lane(right) || score(right) - score(left) || (left < right ? -1 : 1));
  return byUrgency.map((missionId) => {
    const row = rows.get(missionId);
    const waiting = (row?.proposed ?? 0) + (row?.contacted ?? 0);
    return { missionId, posts: Number(read(missionId, 'remaining') ?? 0) - waiting };
  });
}

function hintFor(terms: MissionTerms, { terms: people }: CandidateTable): string | null {
  const [wall] = relaxations(terms, people).walls;
  if (wall === undefined) return null;
  const who = wall.gain > 1 ? `${wall.gain} personnes écartées` : 'Une personne écartée';
  return `${who} par ce seul obstacle : ${wall.label.charAt(0).toLowerCase()}${wall.label.slice(1)}`;
}

/** @param missionIds those of the gesture; unknown ones are left out */
export async function planBest({ image, turns }: OpenDesk, missionIds: readonly string[]): Promise<BestPlan> {
  await image.loaded('mission');
  await image.loaded('candidate');
  image.flush();
  const plan = new Map<string, MissionPlan & { hint: string | null }>();
  // Asked again for each mission: a table may be read anew between two slices.
  const termsOf = (missionId: string): MissionTerms | null => {
    const row = image.missions.rows.get(missionId);
    return row === undefined ? null : image.missions.terms(row, image.candidates, image.now);
  };
  const ranked = (missionId: string) => {
    const terms = termsOf(missionId);
    return terms === null ? [] : freePeople(terms, image.candidates);
  };
  const plans = bestProposals(postsToFill(image.missions, missionIds), ranked);
  await inSlices(
    turns,
    plans,
    () => false,
    (one) => {
      const terms = one.people.length === 0 && one.short > 0 ? termsOf(one.missionId) : null;
      plan.set(one.missionId, { ...one, hint: terms === null ? null : hintFor(terms, image.candidates) });
    },
  );
  return plan;
}
