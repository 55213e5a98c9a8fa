/** Categories and texts: each row holds the code of its value. */
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { Cell } from './compare-values.ts';
import { Dictionary } from './dictionary.ts';
import type { ImageColumn } from './image-column.ts';
import { ImageFault } from './image-column.ts';

export class CodedColumn implements ImageColumn {
  readonly #name: string;
  readonly dictionary: Dictionary;
  #codes: Uint32Array<ArrayBuffer> = new Uint32Array(0);

  constructor(name: string, order: readonly Cell[] = []) {
    this.#name = name;
    this.dictionary = new Dictionary(order);
  }

  grow(capacity: number): void {
    const grown = new Uint32Array(capacity);
    grown.set(this.#codes);
    this.#codes = grown;
  }

  write(slot: number, value: Cell): boolean {
    const code = this.dictionary.encode(value);
    if (this.#codes[slot] === code) return false;
    this.#codes[slot] = code;
    return true;
  }

  read(slot: number): Cell {
    return this.dictionary.decode(this.#codes[slot] ?? 0);
  }

  sortKey(): (slot: number) => number {
    const ranks = this.dictionary.ranks();
    const codes = this.#codes;
    return (slot) => {
      const code = codes[slot] ?? 0;
      return code === 0 ? Number.POSITIVE_INFINITY : (ranks[code] ?? 0);
    };
  }

  narrow(mask: Uint8Array, filter: TableFilter): void {
    const allowed = this.#allowed(filter);
    const codes = this.#codes;
    for (let slot = 0; slot < mask.length; slot += 1) {
      if (allowed[codes[slot] ?? 0] === 0) mask[slot] = 0;
    }
  }

  markHolding(found: Uint8Array, text: string): void {
    const holding = this.dictionary.holding(text);
    if (!holding.includes(1)) return;
    const codes = this.#codes;
    for (let slot = 0; slot < found.length; slot += 1) {
      if (holding[codes[slot] ?? 0] === 1) found[slot] = 1;
    }
  }

  count(mask: Uint8Array): { value: Cell; count: number }[] {
    const counts = new Uint32Array(this.dictionary.size);
    const codes = this.#codes;
    for (let slot = 0; slot < mask.length; slot += 1) {
      const code = codes[slot] ?? 0;
      counts[code] = (counts[code] ?? 0) + (mask[slot] ?? 0);
    }
    const ranks = this.dictionary.ranks();
    return [...counts.keys()]
      .filter((code) => (counts[code] ?? 0) > 0)
      .sort((left, right) => (ranks[left] ?? 0) - (ranks[right] ?? 0))
      .map((code) => ({ value: this.dictionary.decode(code), count: counts[code] ?? 0 }));
  }

  #allowed(filter: TableFilter): Uint8Array {
    if (filter.type === 'contains') return this.dictionary.holding(filter.text);
    if (filter.type !== 'among') throw new ImageFault(this.#name, filter.type);
    const allowed = new Uint8Array(this.dictionary.size);
    for (const value of filter.values) {
      const code = this.dictionary.find(value);
      if (code !== undefined) allowed[code] = 1;
    }
    return allowed;
  }
}
