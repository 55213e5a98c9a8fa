/**
 * The rows of an image in the order of one column, equal ones by their id. Kept while rows change: those that did are
 * taken out and merged in again when the order is next asked for.
 *
 * ```
 *   unmade ──sorted()──▶ made ──touch(slot)──▶ some rows to place again ──sorted()──▶ made
 * ```
 */
import { mergeSorted } from './dictionary.ts';

export interface OrderGround {
  /** Rows that exist, as 1. */
  readonly alive: Uint8Array;
  readonly size: number;
  /** By slot: place of its id among all ids. */
  idRanks(): Float64Array;
  /** Orders rows; Infinity for "empty". */
  sortKey(): (slot: number) => number;
}

/** Beyond this share of the rows, sorting all again is quicker than placing each. */
const MOST_TO_PLACE = 0.2;

export class RowOrder {
  readonly #ground: () => OrderGround;
  #slots: Uint32Array | null = null;
  readonly #touched = new Set<number>();

  constructor(ground: () => OrderGround) {
    this.#ground = ground;
  }

  /** The row came, went, or changed its value. */
  touch(slot: number): void {
    if (this.#slots !== null) this.#touched.add(slot);
  }

  forget(): void {
    this.#slots = null;
    this.#touched.clear();
  }

  sorted(): Uint32Array {
    const ground = this.#ground();
    if (this.#slots === null || this.#touched.size > MOST_TO_PLACE * ground.size) {
      this.#slots = sortAll(ground);
    } else if (this.#touched.size > 0) {
      this.#slots = placeAgain(this.#slots, this.#touched, ground);
    }
    this.#touched.clear();
    return this.#slots;
  }
}

function placeAgain(slots: Uint32Array, touched: ReadonlySet<number>, ground: OrderGround): Uint32Array {
  const key = ground.sortKey();
  const ids = ground.idRanks();
  const compare = (left: number, right: number): number => {
    const [one, two] = [key(left), key(right)];
    return one === two ? (ids[left] ?? 0) - (ids[right] ?? 0) : one < two ? -1 : 1;
  };
  const moved = new Uint8Array(ground.alive.length);
  for (const slot of touched) moved[slot] = 1;
  const kept = slots.filter((slot) => moved[slot] === 0);
  const placed = Uint32Array.from([...touched].filter((slot) => ground.alive[slot] === 1)).sort(compare);
  return mergeSorted(kept, placed, compare);
}

/** Sorts packed numbers, which needs no comparison function: ten times quicker, on whole keys of a usual range. */
function sortAll({ alive, size, sortKey, idRanks }: OrderGround): Uint32Array {
  const key = sortKey();
  const ids = idRanks();
  const slotOfId = new Uint32Array(size);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let whole = true;
  for (let slot = 0; slot < alive.length; slot += 1) {
    if (alive[slot] === 0) continue;
    slotOfId[ids[slot] ?? 0] = slot;
    const value = key(slot);
    if (value === Number.POSITIVE_INFINITY) continue;
    if (value < least) least = value;
    if (value > most) most = value;
    whole &&= Number.isInteger(value);
  }
  if (least > most) [least, most] = [0, 0];
  if (!whole || (most - least + 2) * size > Number.MAX_SAFE_INTEGER) return sortByComparison(slotOfId, key);
  const packed = new Float64Array(size);
  for (let place = 0; place < size; place += 1) {
    const value = key(slotOfId[place] ?? 0);
    packed[place] = ((value === Number.POSITIVE_INFINITY ? most + 1 : value) - least) * size + place;
  }
  packed.sort();
  const slots = new Uint32Array(size);
  for (let index = 0; index < size; index += 1) slots[index] = slotOfId[(packed[index] ?? 0) % size] ?? 0;
  return slots;
}

/** The rows come in the order of their ids, and the sort keeps it. */
function sortByComparison(inOrderOfIds: Uint32Array, key: (slot: number) => number): Uint32Array {
  return Uint32Array.from([...inOrderOfIds].sort((left, right) => compareKeys(key(left), key(right))));
}

function compareKeys(left: number, right: number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
