/**
 * Several kinds at once, a bit each (the pools of a person): a filter keeps whoever has one of the bits it names, 0 those
 * who have none; counted bit by bit, so that a row counts once for each kind it has.
 */
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { Cell } from './compare-values.ts';
import type { ImageColumn } from './image-column.ts';
import { ImageFault } from './image-column.ts';
import { NumberColumn } from './number-column.ts';

const MOST_BITS = 16;

export class BitsColumn implements ImageColumn {
  readonly #name: string;
  readonly #numbers: NumberColumn;

  constructor(name: string) {
    this.#name = name;
    this.#numbers = new NumberColumn(name, 'number');
  }

  write(slot: number, value: Cell): boolean {
    return this.#numbers.write(slot, value);
  }

  read(slot: number): Cell {
    return this.#numbers.read(slot);
  }

  grow(capacity: number): void {
    this.#numbers.grow(capacity);
  }

  sortKey(): (slot: number) => number {
    return this.#numbers.sortKey();
  }

  narrow(mask: Uint8Array, filter: TableFilter): void {
    if (filter.type !== 'among') throw new ImageFault(this.#name, filter.type);
    const wanted = filter.values.map((value) => this.#bit(value)).reduce((sum, bit) => sum | bit, 0);
    const orNone = filter.values.some((value) => value === 0 || value === null);
    for (let slot = 0; slot < mask.length; slot += 1) {
      if (mask[slot] === 0) continue;
      const held = this.#bits(slot);
      if ((held & wanted) === 0 && !(orNone && held === 0)) mask[slot] = 0;
    }
  }

  markHolding(): void {
    // Nobody looks for a set of kinds by its number.
  }

  count(mask: Uint8Array): { value: Cell; count: number }[] {
    const counts = new Map<number, number>();
    const add = (bit: number) => counts.set(bit, (counts.get(bit) ?? 0) + 1);
    for (let slot = 0; slot < mask.length; slot += 1) {
      if (mask[slot] === 0) continue;
      const held = this.#bits(slot);
      if (held === 0) add(0);
      for (let bit = 0; bit < MOST_BITS; bit += 1) if ((held & (1 << bit)) !== 0) add(1 << bit);
    }
    return [...counts].sort(([left], [right]) => left - right).map(([value, count]) => ({ value, count }));
  }

  #bits(slot: number): number {
    return Number(this.#numbers.read(slot) ?? 0);
  }

  #bit(value: Cell): number {
    if (value === null) return 0;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1 << MOST_BITS) return value;
    throw new ImageFault(this.#name, 'a value that is no set of bits');
  }
}
