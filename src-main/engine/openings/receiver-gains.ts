/** Who an opening would bring into sight of each of the receiver's missions, by the walls of matching themselves. */

import type { CandidateTerms } from '../matching/candidate-terms.ts';
import { distanceTo } from '../matching/match-points.ts';
import type { MissionTerms, OpeningTerms } from '../matching/mission-terms.ts';
import { isFree, lends } from '../matching/wall-bits.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';

export interface MissionGain {
  readonly mission: number;
  /** Candidates today, of the region and through openings; and how many more would come. */
  readonly before: number;
  readonly gained: number;
  /** Kilometres of those who come and whose place is known. */
  readonly distances: readonly number[];
}

export interface ReceiverGains {
  /** Slots of everybody who becomes visible for one mission at least. */
  readonly visible: ReadonlySet<number>;
  readonly gains: readonly MissionGain[];
}

/** Slots of a profession in regions that lend, whom the opening lends. */
function lentOf(candidates: CandidateTerms, opening: OpeningTerms, profession: number, receiver: number): number[] {
  return candidates
    .agenciesOf(profession)
    .filter((agency) => agency !== receiver && (opening.agencies === null || opening.agencies.has(agency)))
    .flatMap((agency) => candidates.bucket(profession, agency))
    .filter((slot) => lends(opening, candidates, slot));
}

/**
 * @param missions those of the receiver, as they are today
 * @param opening the one that is not made yet
 */
export function receiverGains(
  missions: readonly MissionTerms[],
  opening: OpeningTerms,
  receiver: number,
  { terms, supply }: CandidateTable,
): ReceiverGains {
  const lent = new Map<number, number[]>();
  const visible = new Set<number>();
  const gains = missions.map((today, mission): MissionGain => {
    const opened = { ...today, openings: [...today.openings, opening] };
    const distances: number[] = [];
    let gained = 0;
    for (const profession of today.professions) {
      const slots = lent.get(profession) ?? lentOf(terms, opening, profession, receiver);
      lent.set(profession, slots);
      for (const slot of slots) {
        if (!isFree(opened, terms, slot) || (today.openings.length > 0 && isFree(today, terms, slot))) continue;
        gained += 1;
        visible.add(slot);
        const distance = distanceTo(today, terms, slot);
        if (!Number.isNaN(distance)) distances.push(distance);
      }
    }
    const { own, opened: through } = supply.of(today);
    return { mission, before: own + through, gained, distances };
  });
  return { visible, gains };
}
