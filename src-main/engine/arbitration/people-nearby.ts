/** Free people of each profession by place: who lives within so many kilometres of a mission, without looking at all. */
import KDBush from 'kdbush';
import type { Point } from '../../../contract/domain/geography/distance.ts';
import type { PairGates } from './pair-gates.ts';

/** A degree of latitude, a little short: the box is never too small. */
const KILOMETRES_PER_DEGREE = 110.5;
const HALF_ROUND = 20_016;

interface OneProfession {
  readonly slots: readonly number[];
  readonly placed: KDBush;
  readonly placedSlots: readonly number[];
  readonly unplaced: readonly number[];
}

export class PeopleNearby {
  readonly #professions: ReadonlyMap<number, OneProfession>;

  constructor(gates: PairGates) {
    const { at } = gates.terms;
    const slots = new Map<number, number[]>();
    for (let slot = 0; slot < at.profession.length; slot += 1) {
      if (!gates.isFree(slot)) continue;
      const profession = at.profession[slot] as number;
      const known = slots.get(profession);
      if (known === undefined) slots.set(profession, [slot]);
      else known.push(slot);
    }
    this.#professions = new Map([...slots].map(([profession, members]) => [profession, place(members, at)]));
  }

  /** Every free person of some professions. */
  *all(professions: readonly number[]): Generator<number> {
    for (const profession of professions) yield* this.#professions.get(profession)?.slots ?? [];
  }

  count(professions: readonly number[]): number {
    return professions.reduce((sum, one) => sum + (this.#professions.get(one)?.slots.length ?? 0), 0);
  }

  /** Those who may live within `kilometres`: some beyond too, none left out; and those of whom it is not known. */
  *within(professions: readonly number[], from: Point | null, kilometres: number): Generator<number> {
    if (from === null || kilometres >= HALF_ROUND) {
      yield* this.all(professions);
      return;
    }
    const [west, south, east, north] = boxAround(from, kilometres);
    for (const profession of professions) {
      const people = this.#professions.get(profession);
      if (people === undefined) continue;
      yield* people.unplaced;
      for (const index of people.placed.range(west, south, east, north)) yield people.placedSlots[index] as number;
    }
  }
}

function place(slots: readonly number[], at: PairGates['terms']['at']): OneProfession {
  const isPlaced = (slot: number) => !Number.isNaN(at.latitude[slot]) && !Number.isNaN(at.longitude[slot]);
  const placedSlots = slots.filter(isPlaced);
  const placed = new KDBush(placedSlots.length);
  for (const slot of placedSlots) placed.add(at.longitude[slot] as number, at.latitude[slot] as number);
  placed.finish();
  return { slots, placed, placedSlots, unplaced: slots.filter((slot) => !isPlaced(slot)) };
}

/** Where the box would cross a pole or the line of dates it goes round the whole Earth. */
function boxAround({ latitude, longitude }: Point, kilometres: number): readonly [number, number, number, number] {
  const high = kilometres / KILOMETRES_PER_DEGREE;
  const [south, north] = [latitude - high, latitude + high];
  const steepest = Math.max(Math.abs(south), Math.abs(north));
  if (steepest >= 89) return [-180, south, 180, north];
  const wide = high / Math.cos((steepest * Math.PI) / 180);
  const [west, east] = [longitude - wide, longitude + wide];
  return west < -180 || east > 180 ? [-180, south, 180, north] : [west, south, east, north];
}
