/**
 * The nearest candidate first, for the solver's searches. A candidate may be in it several times, at distances that were
 * true once: who takes one out looks whether it still is.
 */
export class CandidateHeap {
  #keys = new Float64Array(1 << 12);
  #values = new Int32Array(1 << 12);
  #size = 0;

  clear(): void {
    this.#size = 0;
  }

  /** Infinity when nobody is left. */
  get nearest(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#keys[0] as number);
  }

  push(key: number, value: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const values = this.#values;
    let place = this.#size;
    this.#size += 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = keys[parent] as number;
      if (above < key || (above === key && (values[parent] as number) <= value)) break;
      keys[place] = above;
      values[place] = values[parent] as number;
      place = parent;
    }
    keys[place] = key;
    values[place] = value;
  }

  /** Takes the nearest out; of equals the first candidate. Only when somebody is there. */
  pop(): number {
    const keys = this.#keys;
    const values = this.#values;
    const top = values[0] as number;
    this.#size -= 1;
    const size = this.#size;
    if (size === 0) return top;
    const key = keys[size] as number;
    const value = values[size] as number;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      const other = child + 1;
      if (other < size && isBefore(keys[other], values[other], keys[child], values[child])) child = other;
      if (!isBefore(keys[child], values[child], key, value)) break;
      keys[place] = keys[child] as number;
      values[place] = values[child] as number;
      place = child;
    }
    keys[place] = key;
    values[place] = value;
    return top;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    const values = new Int32Array(keys.length);
    values.set(this.#values);
    this.#keys = keys;
    this.#values = values;
  }
}

const isBefore = (
  key: number | undefined,
  value: number | undefined,
  otherKey: number | undefined,
  otherValue: number | undefined,
): boolean =>
  (key as number) < (otherKey as number) || (key === otherKey && (value as number) < (otherValue as number));
