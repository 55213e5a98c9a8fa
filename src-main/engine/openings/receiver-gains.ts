/** Who an opening would bring into sight of each of the receiver's missions, by the walls of matching themselves. */
import type { CandidateTerms } from '../matching/candidate-terms.ts';
import { distanceTo } from '../matching/match-points.ts';
import type { MissionTerms, OpeningTerms } from '../matching/mission-terms.ts';
import { isFree, lends } from '../matching/wall-bits.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import { needKey } from './alike.ts';

export interface MissionGain {
  readonly mission: number;
  /** Candidates today, of the region and through openings; and how many more would come. */
  readonly before: number;
  readonly gained: number;
}

export interface ReceiverGains {
  /** Slots of everybody who becomes visible for one mission at least. */
  readonly visible: ReadonlySet<number>;
  readonly gains: readonly MissionGain[];
  /** Kilometres of those who come to a mission and whose place is known; measured when asked. */
  distances(mission: number): number[];
}

const NO_PAIRS: MissionTerms['pairs'] = new Map();

/** Those who come to every mission that asks the same: at once, or where their promised days allow. */
interface SharedGain {
  readonly slots: readonly number[];
  readonly promised: readonly number[];
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
  const lent = new Map<number, readonly number[]>();
  const shared = new Map<string, SharedGain>();
  const openedOf = (today: MissionTerms): MissionTerms => ({ ...today, openings: [...today.openings, opening] });
  const comes = (today: MissionTerms, opened: MissionTerms, slot: number): boolean =>
    isFree(opened, terms, slot) && !(today.openings.length > 0 && isFree(today, terms, slot));
  const lentOf = (profession: number): readonly number[] => {
    const known = lent.get(profession) ?? whoLend(terms, opening, profession, receiver);
    lent.set(profession, known);
    return known;
  };
  const sharedOf = (mission: MissionTerms): SharedGain => {
    const key = needKey(mission);
    const known = shared.get(key);
    if (known !== undefined) return known;
    const today = { ...mission, pairs: NO_PAIRS };
    const opened = openedOf(today);
    const all = mission.professions.flatMap((profession) => [...lentOf(profession)]);
    const made = {
      slots: all.filter((slot) => !terms.promised.has(slot) && comes(today, opened, slot)),
      promised: all.filter((slot) => terms.promised.has(slot)),
    };
    shared.set(key, made);
    return made;
  };
  /** Those of the shared gain whom this mission does not get, and those it gets beside. */
  const ownPart = (mission: MissionTerms) => {
    const { slots, promised } = sharedOf(mission);
    const opened = openedOf(mission);
    const lost = mission.pairs.size === 0 ? [] : slots.filter((slot) => mission.pairs.has(slot));
    return { slots, lost, beside: promised.filter((slot) => comes(mission, opened, slot)) };
  };
  const visible = new Set<number>();
  const missing = new Map<SharedGain, Map<number, number>>();
  const askedBy = new Map<SharedGain, number>();
  const gains = missions.map((mission, index): MissionGain => {
    const { slots, lost, beside } = ownPart(mission);
    const gain = sharedOf(mission);
    askedBy.set(gain, (askedBy.get(gain) ?? 0) + 1);
    const losses = missing.get(gain) ?? new Map<number, number>();
    missing.set(gain, losses);
    for (const slot of lost) losses.set(slot, (losses.get(slot) ?? 0) + 1);
    for (const slot of beside) visible.add(slot);
    const { own, opened } = supply.of(mission);
    return { mission: index, before: own + opened, gained: slots.length - lost.length + beside.length };
  });
  for (const [gain, losses] of missing) {
    const times = askedBy.get(gain) ?? 0;
    // Visible for one mission of those that ask the same is visible.
    for (const slot of gain.slots) if ((losses.get(slot) ?? 0) < times) visible.add(slot);
  }
  return {
    visible,
    gains,
    distances(index) {
      const mission = missions[index];
      if (mission === undefined) return [];
      const { slots, lost, beside } = ownPart(mission);
      const without = new Set(lost);
      return [...slots.filter((slot) => !without.has(slot)), ...beside]
        .map((slot) => distanceTo(mission, terms, slot))
        .filter((distance) => !Number.isNaN(distance));
    },
  };
}

/** Slots of a profession in regions that lend, whom the opening lends. */
function whoLend(candidates: CandidateTerms, opening: OpeningTerms, profession: number, receiver: number): number[] {
  return candidates
    .agenciesOf(profession)
    .filter((agency) => agency !== receiver && (opening.agencies === null || opening.agencies.has(agency)))
    .flatMap((agency) => candidates.bucket(profession, agency))
    .filter((slot) => lends(opening, candidates, slot));
}
