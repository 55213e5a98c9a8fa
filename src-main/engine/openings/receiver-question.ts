/** What is asked of the receiver's missions: how many posts can be filled with so many places, and who would come. */
import { rangeContains } from '../../../contract/domain/civil-date.ts';
import { openingReceives } from '../../../contract/domain/opening.ts';
import { openingFacts } from '../../../contract/national/facts/opening-facts.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { readLiveOpenings } from '../../store/queries/decision-rows.ts';
import type { CountedOpening } from '../arbitration/plan-problem.ts';
import type { MissionTerms, OpeningTerms } from '../matching/mission-terms.ts';
import { openingTerms } from '../matching/mission-terms.ts';
import { lends } from '../matching/wall-bits.ts';
import { coverable } from './coverable.ts';
import type { Coverage } from './coverage.ts';
import { coverageGround, coverageOf } from './coverage.ts';
import type { OpenMission } from './open-missions.ts';
import type { SimulationGround } from './simulation-ground.ts';

export interface ReceiverQuestion {
  /** Posts filled all together when the new opening leaves so many places. */
  filled(places: number): number;
  /** Who would come at the least way, at so many places. */
  sent(places: number): Coverage;
}

/** Openings of today whose places count for some of the missions. */
function openingsOfToday({ image, store }: SimulationGround, missions: readonly OpenMission[]): CountedOpening[] {
  return readLiveOpenings(store).flatMap((row) => {
    const opening = openingFacts(row);
    const receives = Uint8Array.from(missions, ({ row: { id, agency } }) => {
      const isToday = rangeContains(opening, todayOf(agency, image.now));
      return isToday && openingReceives(opening.receiver, { id, agency: agency as never }) ? 1 : 0;
    });
    if (opening.state !== 'active' || !receives.includes(1)) return [];
    const left = Math.max(0, row.ceiling - row.used);
    return [{ terms: openingTerms(opening, image.candidates.terms), left, receives }];
  });
}

/**
 * @param needs of the missions, as they are today
 * @param fresh the opening that is not made yet
 */
export function askReceiver(
  ground: SimulationGround,
  missions: readonly OpenMission[],
  needs: readonly MissionTerms[],
  fresh: OpeningTerms,
  receiver: number,
): ReceiverQuestion {
  const { candidates } = ground.image;
  const { terms } = candidates;
  const today = openingsOfToday(ground, missions);
  const openings = [...today, { terms: fresh, left: 0, receives: new Uint8Array(missions.length).fill(1) }];
  const opened = needs.map((need) => ({ ...need, openings: [...need.openings, fresh] }));
  const openingOf = (slot: number): number =>
    terms.at.agency[slot] === receiver ? -1 : openings.findIndex((one) => lends(one.terms, terms, slot));
  const asked = [...new Set(needs.flatMap(({ professions }) => professions))];
  const isReached = (slot: number): boolean =>
    terms.at.held[slot] === 0 && (terms.at.agency[slot] === receiver || openingOf(slot) >= 0);
  const slots = asked.flatMap((profession) =>
    terms.agenciesOf(profession).flatMap((agency) => terms.bucket(profession, agency).filter(isReached)),
  );
  const posts = missions.map((mission) => mission.posts);
  const needsOfFlow = opened.map((need, index) => ({
    terms: need,
    posts: posts[index] ?? 0,
    receives: openings.map(({ receives }) => receives[index] === 1),
  }));
  const flow = coverable(terms, needsOfFlow, slots, openingOf);
  const filled = (places: number): number => flow([...today.map(({ left }) => left), places]);
  return {
    filled,
    sent(places) {
      if (places === 0) return { filled: filled(0), through: [] };
      const kept = new Set(slots);
      const coverage = coverageGround(candidates, opened, posts, (slot) => kept.has(slot));
      return coverageOf(coverage, [...today, { ...(openings.at(-1) as CountedOpening), left: places }]);
    },
  };
}
