/** Yes or no, as 1 or 0. */
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { Cell } from './compare-values.ts';
import type { ImageColumn } from './image-column.ts';
import { ImageFault } from './image-column.ts';

export class FlagColumn implements ImageColumn {
  readonly #name: string;
  #values: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  constructor(name: string) {
    this.#name = name;
  }

  grow(capacity: number): void {
    const grown = new Uint8Array(capacity);
    grown.set(this.#values);
    this.#values = grown;
  }

  write(slot: number, value: Cell): boolean {
    const flag = value === 1 ? 1 : 0;
    if (this.#values[slot] === flag) return false;
    this.#values[slot] = flag;
    return true;
  }

  read(slot: number): Cell {
    return this.#values[slot] ?? 0;
  }

  sortKey(): (slot: number) => number {
    const values = this.#values;
    return (slot) => values[slot] ?? 0;
  }

  narrow(mask: Uint8Array, filter: TableFilter): void {
    const [no, yes] = this.#allowed(filter);
    const values = this.#values;
    for (let slot = 0; slot < mask.length; slot += 1) {
      if (!(values[slot] === 1 ? yes : no)) mask[slot] = 0;
    }
  }

  markHolding(): void {
    // A flag has no text.
  }

  count(mask: Uint8Array): { value: Cell; count: number }[] {
    const counts = [0, 0];
    for (let slot = 0; slot < mask.length; slot += 1) {
      const value = this.#values[slot] ?? 0;
      counts[value] = (counts[value] ?? 0) + (mask[slot] ?? 0);
    }
    return counts.map((count, value) => ({ value, count })).filter(({ count }) => count > 0);
  }

  #allowed(filter: TableFilter): readonly [no: boolean, yes: boolean] {
    if (filter.type === 'flag') return [!filter.value, filter.value];
    if (filter.type === 'among') return [filter.values.includes(0), filter.values.includes(1)];
    throw new ImageFault(this.#name, filter.type);
  }
}
