/**
 * Free people of each profession by place: who lives within so many kilometres of a mission, without looking at all. Those
 * who stay in their region and those who would leave it are kept apart: a mission looks only at who could come.
 */
import KDBush from 'kdbush';
import type { Point } from '../../../contract/domain/geography/distance.ts';
import { MOBILISATION_BITS } from '../matching/candidate-terms.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import type { PairGates } from './pair-gates.ts';
import type { PlanGroups } from './plan-groups.ts';

/** A degree of latitude, a little short: the box is never too small. */
const KILOMETRES_PER_DEGREE = 110.5;
const HALF_ROUND = 20_016;
const NATIONAL = MOBILISATION_BITS['national'] ?? 0;
const AGENCIES = 32;
/** Agency of the people of every agency who would leave their region. */
const EVERYWHERE = AGENCIES - 1;

/** People of one profession who stand together, of one group of those of whom only so many may go, or of none. */
class Crowd {
  /** -1: of none that counts here. */
  readonly group: number;
  readonly slots: readonly number[];
  readonly #placed: KDBush;
  readonly #placedSlots: Int32Array;
  readonly #unplaced: readonly number[];

  constructor(group: number, slots: readonly number[], at: PairGates['terms']['at']) {
    this.group = group;
    const isPlaced = (slot: number) => !Number.isNaN(at.latitude[slot]) && !Number.isNaN(at.longitude[slot]);
    this.slots = slots;
    this.#placedSlots = Int32Array.from(slots.filter(isPlaced));
    this.#unplaced = slots.filter((slot) => !isPlaced(slot));
    this.#placed = new KDBush(this.#placedSlots.length);
    for (const slot of this.#placedSlots) this.#placed.add(at.longitude[slot] as number, at.latitude[slot] as number);
    this.#placed.finish();
  }

  visit(box: Box, look: (slot: number) => void): void {
    for (const slot of this.#unplaced) look(slot);
    for (const index of this.#placed.range(...box)) look(this.#placedSlots[index] as number);
  }
}

type Box = readonly [west: number, south: number, east: number, north: number];

export class PeopleNearby {
  readonly #crowds = new Map<number, Crowd[]>();
  readonly #isNational: boolean;

  /** @param groups those who come through one opening stand apart: a full one is passed over as a whole */
  constructor(gates: PairGates, isNational: boolean, { groupOf, groups }: PlanGroups) {
    const { at } = gates.terms;
    this.#isNational = isNational;
    const members = new Map<number, Map<number, number[]>>();
    const enter = (key: number, slot: number): void => {
      const own = groupOf[slot] as number;
      const group = groups[own]?.kind === 'opening' ? own : -1;
      const known = members.get(key) ?? new Map<number, number[]>();
      members.set(key, known);
      const slots = known.get(group);
      if (slots === undefined) known.set(group, [slot]);
      else slots.push(slot);
    };
    for (let slot = 0; slot < at.profession.length; slot += 1) {
      if (!gates.isFree(slot)) continue;
      const leaves = at.mobilisation[slot] === NATIONAL;
      const profession = at.profession[slot] as number;
      enter(crowdKey(profession, at.agency[slot] as number, leaves), slot);
      if (leaves) enter(crowdKey(profession, EVERYWHERE, true), slot);
    }
    for (const [key, byGroup] of members) {
      this.#crowds.set(
        key,
        [...byGroup].map(([group, slots]) => new Crowd(group, slots, at)),
      );
    }
  }

  /** How many could come, as far as regions and mobilisation tell. */
  count(mission: MissionTerms): number {
    return this.#crowdsFor(mission).reduce((sum, { slots }) => sum + slots.length, 0);
  }

  /**
   * Looks at those who may live within `kilometres` (some beyond too, none left out), and those of whom it is not known.
   *
   * @param isWorth whether anybody of a group, or of none (-1), can matter; absent: all do
   */
  visit(
    mission: MissionTerms,
    kilometres: number,
    look: (slot: number) => void,
    isWorth?: (group: number) => boolean,
  ): void {
    const { place } = mission;
    const every = this.#crowdsFor(mission);
    const crowds = isWorth === undefined ? every : every.filter(({ group }) => isWorth(group));
    if (place === null || kilometres >= HALF_ROUND) {
      for (const { slots } of crowds) for (const slot of slots) look(slot);
      return;
    }
    const box = boxAround(place, kilometres);
    for (const crowd of crowds) crowd.visit(box, look);
  }

  #crowdsFor({ professions, agency, openings }: MissionTerms): Crowd[] {
    const leaving = this.#isNational || openings.length > 0 ? EVERYWHERE : agency;
    return professions.flatMap((profession) => {
      const own = this.#crowds.get(crowdKey(profession, agency, false)) ?? [];
      const others = this.#crowds.get(crowdKey(profession, leaving, true)) ?? [];
      return [...own, ...others];
    });
  }
}

const crowdKey = (profession: number, agency: number, leaves: boolean): number =>
  (profession * AGENCIES + agency) * 2 + Number(leaves);

/** Where the box would cross a pole or the line of dates it goes round the whole Earth. */
function boxAround({ latitude, longitude }: Point, kilometres: number): Box {
  const high = kilometres / KILOMETRES_PER_DEGREE;
  const [south, north] = [latitude - high, latitude + high];
  const steepest = Math.max(Math.abs(south), Math.abs(north));
  if (steepest >= 89) return [-180, south, 180, north];
  const wide = high / Math.cos((steepest * Math.PI) / 180);
  const [west, east] = [longitude - wide, longitude + wide];
  return west < -180 || east > 180 ? [-180, south, 180, north] : [west, south, east, north];
}
