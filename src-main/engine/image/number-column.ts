/** Numbers, and days as numbers: filtered by a range. */
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { Cell } from './compare-values.ts';
import { dayNumber, dayText, NO_DAY } from './day-number.ts';
import { foldText } from './fold-text.ts';
import type { ImageColumn } from './image-column.ts';
import { ImageFault } from './image-column.ts';

interface Kind {
  readonly empty: number;
  make(capacity: number): Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;
  /** @throws RangeError when the value is not of the kind */
  encode(value: string | number): number;
  decode(value: number): string | number;
}

/** Without a finite number there is nothing to compare with. */
function finite(value: string | number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError('Not a number');
  return value;
}

const NUMBERS: Kind = {
  empty: Number.POSITIVE_INFINITY,
  make: (capacity) => new Float64Array(capacity),
  encode: finite,
  decode: (value) => value,
};
const DAYS: Kind = {
  empty: NO_DAY,
  make: (capacity) => new Int32Array(capacity),
  encode: (value) => dayNumber(String(value)),
  decode: dayText,
};

export class NumberColumn implements ImageColumn {
  readonly #name: string;
  readonly #kind: Kind;
  #values: Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;
  /** The rows of days repeat the same few texts: each is made once. */
  readonly #decoded = new Map<number, string | number>();
  readonly #encoded = new Map<string, number>();

  constructor(name: string, type: 'number' | 'day') {
    this.#name = name;
    this.#kind = type === 'day' ? DAYS : NUMBERS;
    this.#values = this.#kind.make(0);
  }

  grow(capacity: number): void {
    const grown = this.#kind.make(capacity);
    grown.set(this.#values);
    this.#values = grown;
  }

  write(slot: number, value: Cell): boolean {
    const encoded = this.#encode(value);
    if (this.#values[slot] === encoded) return false;
    this.#values[slot] = encoded;
    return true;
  }

  read(slot: number): Cell {
    const value = this.#values[slot] ?? this.#kind.empty;
    if (value === this.#kind.empty) return null;
    if (this.#kind === NUMBERS) return value;
    const known = this.#decoded.get(value);
    if (known !== undefined) return known;
    const decoded = this.#kind.decode(value);
    this.#decoded.set(value, decoded);
    return decoded;
  }

  sortKey(): (slot: number) => number {
    const values = this.#values;
    const { empty } = this.#kind;
    return (slot) => {
      const value = values[slot] ?? empty;
      return value === empty ? Number.POSITIVE_INFINITY : value;
    };
  }

  narrow(mask: Uint8Array, filter: TableFilter): void {
    if (filter.type === 'among') this.#narrowAmong(mask, filter.values);
    else if (filter.type === 'between') this.#narrowBetween(mask, filter.from, filter.to);
    else throw new ImageFault(this.#name, filter.type);
  }

  markHolding(found: Uint8Array, text: string): void {
    // A number is looked for as a whole: "6552" is a person's number, not a part of another's.
    const wanted = Number(foldText(text));
    if (this.#kind !== NUMBERS || !Number.isSafeInteger(wanted) || foldText(text) === '') return;
    const values = this.#values;
    for (let slot = 0; slot < found.length; slot += 1) if (values[slot] === wanted) found[slot] = 1;
  }

  count(mask: Uint8Array): { value: Cell; count: number }[] {
    const counts = new Map<number, number>();
    const values = this.#values;
    for (let slot = 0; slot < mask.length; slot += 1) {
      if (mask[slot] === 0) continue;
      const value = values[slot] ?? this.#kind.empty;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const { empty, decode } = this.#kind;
    return [...counts]
      .sort(([left], [right]) => left - right)
      .map(([value, count]) => ({ value: value === empty ? null : decode(value), count }));
  }

  #encode(value: Cell): number {
    if (value === null) return this.#kind.empty;
    if (typeof value === 'number') return this.#kind.encode(value);
    const known = this.#encoded.get(value);
    if (known !== undefined) return known;
    const encoded = this.#kind.encode(value);
    this.#encoded.set(value, encoded);
    return encoded;
  }

  #bound(value: Cell, absent: number): number {
    if (value === null) return absent;
    try {
      return this.#kind.encode(value);
    } catch {
      throw new ImageFault(this.#name, 'a bound of another type');
    }
  }

  #narrowBetween(mask: Uint8Array, from: Cell, to: Cell): void {
    if (from === null && to === null) return;
    const least = this.#bound(from, Number.NEGATIVE_INFINITY);
    const most = this.#bound(to, Number.POSITIVE_INFINITY);
    const values = this.#values;
    const { empty } = this.#kind;
    for (let slot = 0; slot < mask.length; slot += 1) {
      const value = values[slot] ?? empty;
      if (value < least || value > most || value === empty) mask[slot] = 0;
    }
  }

  #narrowAmong(mask: Uint8Array, wanted: readonly Cell[]): void {
    const allowed = new Set(wanted.map((value) => this.#bound(value, this.#kind.empty)));
    const values = this.#values;
    for (let slot = 0; slot < mask.length; slot += 1) {
      if (mask[slot] === 1 && !allowed.has(values[slot] ?? this.#kind.empty)) mask[slot] = 0;
    }
  }
}
