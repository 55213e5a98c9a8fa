/**
 * How many people each mission could be offered: of its own agency, and through openings. Missions that ask the same
 * share one count; only those who promised days, and pairs that already met, are looked at one by one. A count holds
 * until somebody of its professions changes.
 */
import type { CandidateTerms } from './candidate-terms.ts';
import { slotsWithinReach } from './match-mission.ts';
import type { MissionTerms } from './mission-terms.ts';
import { isFree } from './wall-bits.ts';

export interface Supply {
  readonly own: number;
  readonly opened: number;
}

interface SharedCount extends Supply {
  readonly version: string;
  /** Within reach, and with days promised to others: dates decide. */
  readonly promised: readonly number[];
}

/** Beyond it the oldest counts are forgotten: missions stopped asking them. */
const MOST_COUNTS = 5000;

export class SupplyCounter {
  readonly #candidates: CandidateTerms;
  readonly #counts = new Map<string, SharedCount>();

  constructor(candidates: CandidateTerms) {
    this.#candidates = candidates;
  }

  of(mission: MissionTerms): Supply {
    if (!mission.isOpen) return { own: 0, opened: 0 };
    const shared = this.#shared(mission);
    const supply = { own: shared.own, opened: shared.opened };
    const add = (slot: number, change: number) => {
      if (this.#candidates.at.agency[slot] === mission.agency) supply.own += change;
      else supply.opened += change;
    };
    for (const slot of shared.promised) if (isFree(mission, this.#candidates, slot)) add(slot, 1);
    if (mission.pairs.size > 0) {
      const unpaired = { ...mission, pairs: NO_PAIRS };
      for (const slot of mission.pairs.keys()) {
        const isCounted = (this.#candidates.at.bucket[slot] ?? 0) > 0 && !this.#candidates.promised.has(slot);
        if (isCounted && isFree(unpaired, this.#candidates, slot)) add(slot, -1);
      }
    }
    return supply;
  }

  #shared(mission: MissionTerms): SharedCount {
    const key = keyOf(mission);
    const version = mission.professions.map((profession) => this.#candidates.version(profession)).join();
    const known = this.#counts.get(key);
    if (known?.version === version) return known;
    const made = this.#count({ ...mission, pairs: NO_PAIRS }, version);
    this.#counts.delete(key);
    this.#counts.set(key, made);
    const [oldest] = this.#counts.size > MOST_COUNTS ? this.#counts.keys() : [];
    if (oldest !== undefined) this.#counts.delete(oldest);
    return made;
  }

  #count(mission: MissionTerms, version: string): SharedCount {
    const promised: number[] = [];
    let [own, opened] = [0, 0];
    for (const slot of slotsWithinReach(mission, this.#candidates)) {
      if (this.#candidates.promised.has(slot)) promised.push(slot);
      else if (isFree(mission, this.#candidates, slot)) {
        if (this.#candidates.at.agency[slot] === mission.agency) own += 1;
        else opened += 1;
      }
    }
    return { own, opened, version, promised };
  }
}

const NO_PAIRS: ReadonlyMap<number, 'live' | 'refused'> = new Map();

const listed = (values: ReadonlySet<number> | null): string => (values === null ? '*' : [...values].sort().join('.'));

/** All that the walls read of a mission, but its dates and pairs. */
function keyOf(mission: MissionTerms): string {
  const { professions, agency, asksVaccination, asksWeekends, asksVehicle, territorialPools, openings } = mission;
  const lent = openings.map(
    (opening) =>
      `${listed(opening.agencies)}/${opening.poolKinds}/${listed(opening.professions)}/${listed(opening.specialties)}/${opening.mobilisations}`,
  );
  return [
    professions.join('.'),
    agency,
    Number(asksVaccination),
    Number(asksWeekends),
    Number(asksVehicle),
    territorialPools.join('.'),
    ...lent,
  ].join('|');
}
