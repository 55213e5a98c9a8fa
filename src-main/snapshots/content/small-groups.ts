/**
 * Blurs people until nobody is alone: each combination of all values is then that of at least `smallest` rows, or is not
 * there (k-anonymity by suppression from the last column on).
 *
 * ```
 *   all columns ─▶ groups of < k lose their last column ─▶ regrouped ─▶ < k lose the one before ─▶ …
 *                                                     down to `fixed` columns: those still < k are withheld
 * ```
 *
 * Values that two rows share are shared codes; columns are typed arrays: 200,000 people take some ten megabytes.
 */
import type { Value } from '../format/block.ts';

export interface GroupedPeople {
  readonly rows: number;
  add(values: readonly Value[]): void;
  /** Gives way between two yields; at its end every row is safe to read. */
  blur(smallest: number, fixed: number): Generator<void, void>;
  /** Null: withheld. */
  read(row: number): Value[] | null;
}

const EVERY = 4_000;
/** So many codes at most in a column: keys of groups stay whole numbers. */
const MOST_CODES = 2 ** 20;

class CodedColumn {
  readonly values: Value[] = [];
  codes: Int32Array = new Int32Array(1024);
  readonly #known = new Map<Value, number>();

  write(row: number, value: Value): void {
    if (row >= this.codes.length) {
      const grown = new Int32Array(this.codes.length * 2);
      grown.set(this.codes);
      this.codes = grown;
    }
    const known = this.#known.get(value);
    const code = known ?? this.values.length;
    if (known === undefined) {
      if (code >= MOST_CODES) throw new RangeError('Too many different values to group people by');
      this.#known.set(value, code);
      this.values.push(value);
    }
    this.codes[row] = code;
  }
}

/** @param width how many columns each row has */
export function createGroupedPeople(width: number): GroupedPeople {
  const columns = Array.from({ length: width }, () => new CodedColumn());
  /** How many columns of each row may be read; −1: withheld. */
  const state = { rows: 0, kept: new Int8Array(0) };

  /** Group of each row by its first columns, level by level. */
  function* prefixes(): Generator<void, Int32Array[]> {
    const levels = [new Int32Array(state.rows)];
    for (const { codes } of columns) {
      const before = levels.at(-1) ?? new Int32Array(0);
      const groups = new Int32Array(state.rows);
      const known = new Map<number, number>();
      for (let row = 0; row < state.rows; row += 1) {
        const key = (before[row] ?? 0) * MOST_CODES + (codes[row] ?? 0);
        const group = known.get(key) ?? known.size;
        known.set(key, group);
        groups[row] = group;
        if (row % EVERY === EVERY - 1) yield;
      }
      levels.push(groups);
      yield;
    }
    return levels;
  }

  return {
    get rows() {
      return state.rows;
    },
    add(values) {
      for (const [index, column] of columns.entries()) column.write(state.rows, values[index] ?? null);
      state.rows += 1;
    },
    *blur(smallest, fixed) {
      const levels = yield* prefixes();
      state.kept = new Int8Array(state.rows).fill(width);
      let pool = Uint32Array.from({ length: state.rows }, (_, row) => row);
      for (let level = width; level >= fixed && pool.length > 0; level -= 1) {
        const groups = levels[level] ?? new Int32Array(0);
        const counts = new Int32Array(state.rows);
        for (const row of pool) counts[groups[row] ?? 0] = (counts[groups[row] ?? 0] ?? 0) + 1;
        yield;
        pool = pool.filter((row) => (counts[groups[row] ?? 0] ?? 0) < smallest);
        for (const row of pool) state.kept[row] = level - 1;
        yield;
      }
      for (const row of pool) state.kept[row] = -1;
    },
    read(row) {
      const kept = state.kept[row] ?? -1;
      if (kept < 0) return null;
      return columns.map(({ values, codes }, index) => (index < kept ? (values[codes[row] ?? 0] ?? null) : null));
    },
  };
}
