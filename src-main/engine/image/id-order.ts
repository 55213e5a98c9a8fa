/** The rows of an image in the order of their ids, by code unit as SQL has it: what makes every other order total. */
import { mergeSorted } from './dictionary.ts';

export class IdOrder {
  readonly #idAt: (slot: number) => string | null;
  #sorted = new Uint32Array(0);
  #ranks = new Float64Array(0);
  readonly #touched = new Set<number>();

  /** @param idAt null where no row is */
  constructor(idAt: (slot: number) => string | null) {
    this.#idAt = idAt;
  }

  /** A row came to the slot or left it. */
  touch(slot: number): void {
    this.#touched.add(slot);
  }

  sorted(): Uint32Array {
    if (this.#touched.size === 0) return this.#sorted;
    const compare = (left: number, right: number): number => {
      const [one, two] = [this.#idAt(left) ?? '', this.#idAt(right) ?? ''];
      if (one === two) return 0;
      return one < two ? -1 : 1;
    };
    const placed = Uint32Array.from([...this.#touched].filter((slot) => this.#idAt(slot) !== null)).sort(compare);
    const kept = this.#sorted.filter((slot) => !this.#touched.has(slot));
    this.#sorted = mergeSorted(kept, placed, compare);
    this.#touched.clear();
    this.#ranks = new Float64Array(0);
    return this.#sorted;
  }

  /** By slot: its place. @param extent slots in use */
  ranks(extent: number): Float64Array {
    const sorted = this.sorted();
    if (this.#ranks.length === extent) return this.#ranks;
    this.#ranks = new Float64Array(extent);
    sorted.forEach((slot, rank) => {
      this.#ranks[slot] = rank;
    });
    return this.#ranks;
  }
}
