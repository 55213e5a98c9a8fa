/** A small seeded generator (mulberry32): the same seed plays the same test again. */
export interface SeededRandom {
  /** A whole number from 0 to `below` − 1; 0 when `below` is 0. */
  next(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

export function randomFrom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next: (below) => Math.floor(unit() * below),
    pick<Item>(items: readonly Item[]): Item {
      const item = items[Math.floor(unit() * items.length)];
      if (item === undefined && items.length === 0) throw new Error('Nothing to pick from');
      return item as Item;
    },
  };
}
