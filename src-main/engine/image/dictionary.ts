/**
 * The distinct values of a column, each with a small code: rows hold codes, so that a filter tests a value once and not
 * once a row. Order and folded text are made when first asked for, and only for what came since.
 */
import type { Cell } from './compare-values.ts';
import { compareValues } from './compare-values.ts';
import { foldText } from './fold-text.ts';

/** Between two folded values in one long text; foldText never writes it. */
const SEPARATOR = '\n';

export class Dictionary {
  /** Code 0 is "empty", whether any row is or not. */
  readonly #values: Cell[] = [null];
  readonly #codes = new Map<Cell, number>([[null, 0]]);
  readonly #fixed: ReadonlyMap<Cell, number>;
  /** Codes in order. */
  #sorted = new Uint32Array([0]);
  #ranks = new Float64Array([0]);
  /** All folded values, one after the other, and where each begins. */
  #haystack = '';
  #starts: number[] = [];

  /** @param order values whose order is the field's and not the alphabet's, such as priorities */
  constructor(order: readonly Cell[] = []) {
    this.#fixed = new Map(order.map((value, index) => [value, index]));
  }

  get size(): number {
    return this.#values.length;
  }

  /** The code of a value, a new one when it is new. */
  encode(value: Cell): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#values.push(value);
    this.#codes.set(value, code);
    return code;
  }

  /** The code of a value that some row holds or held, or undefined. */
  find(value: Cell): number | undefined {
    return this.#codes.get(value);
  }

  decode(code: number): Cell {
    return this.#values[code] ?? null;
  }

  /** By code: its place in the order of the column; a new value changes places, never the order of two others. */
  ranks(): Float64Array {
    if (this.#ranks.length === this.size) return this.#ranks;
    const compare = (left: number, right: number) => this.#compare(left, right);
    const from = this.#sorted.length;
    const fresh = Uint32Array.from({ length: this.size - from }, (_, index) => from + index).sort(compare);
    this.#sorted = mergeSorted(this.#sorted, fresh, compare);
    this.#ranks = new Float64Array(this.size);
    this.#sorted.forEach((code, rank) => {
      this.#ranks[code] = rank;
    });
    return this.#ranks;
  }

  /** By code: 1 where the folded value holds the folded text. "Empty" holds nothing. */
  holding(text: string): Uint8Array {
    this.#foldNewValues();
    const found = new Uint8Array(this.size);
    const wanted = foldText(text);
    if (wanted === '') return found.fill(1);
    let code = 0;
    for (let at = this.#haystack.indexOf(wanted); at >= 0; ) {
      code = this.#codeAt(at, code);
      found[code] = 1;
      const next = this.#starts[code + 1];
      if (next === undefined) break;
      at = this.#haystack.indexOf(wanted, next);
    }
    return found;
  }

  #compare(left: number, right: number): number {
    const [one, two] = [this.decode(left), this.decode(right)];
    const [first, second] = [this.#fixed.get(one), this.#fixed.get(two)];
    if (first !== undefined && second !== undefined) return first - second;
    if (one === null || two === null || first === second) return compareValues(one, two);
    return first === undefined ? 1 : -1;
  }

  #foldNewValues(): void {
    const parts = [this.#haystack];
    let length = this.#haystack.length;
    for (let code = this.#starts.length; code < this.size; code += 1) {
      const value = this.#values[code] ?? null;
      const part = (value === null ? '' : foldText(String(value))) + SEPARATOR;
      this.#starts.push(length);
      length += part.length;
      parts.push(part);
    }
    if (parts.length > 1) this.#haystack = parts.join('');
  }

  /** The value that a place of the long text belongs to; not before `from`. */
  #codeAt(place: number, from: number): number {
    let [low, high] = [from, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** One sorted list out of two. */
export function mergeSorted(
  left: Uint32Array,
  right: Uint32Array,
  compare: (left: number, right: number) => number,
): Uint32Array<ArrayBuffer> {
  const merged = new Uint32Array(left.length + right.length);
  let [l, r] = [0, 0];
  for (let index = 0; index < merged.length; index += 1) {
    const one = left[l];
    const two = right[r];
    if (two === undefined || (one !== undefined && compare(one, two) <= 0)) {
      merged[index] = one ?? 0;
      l += 1;
    } else {
      merged[index] = two;
      r += 1;
    }
  }
  return merged;
}
