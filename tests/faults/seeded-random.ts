/** Random choices that a seed gives again: every campaign can be replayed by its seed. */
export interface SeededRandom {
  /** A fraction in [0, 1). */
  fraction(): number;
  /** A whole number in [0, bound). */
  below(bound: number): number;
  /** True that often. */
  chance(probability: number): boolean;
  /** One of them. @throws when there is none */
  pick<Item>(items: readonly Item[]): Item;
  /** One of the keys, each as often as its weight says; null when every weight is 0. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key | null;
  /** The same items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** Mulberry32 over the FNV-1a hash of the seed's letters: small, quick, and good enough to choose moves. */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @example const random = seededRandom('race:17'); random.pick(['P1', 'P2']); */
export function seededRandom(seed: string): SeededRandom {
  const fraction = generator(seed);
  const below = (bound: number): number => Math.floor(fraction() * bound);
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new Error('Nothing to choose from');
    return items[below(items.length)] as Item;
  };
  return {
    fraction,
    below,
    pick,
    chance: (probability) => fraction() < probability,
    weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>) {
      const entries = Object.entries(weights) as [Key, number][];
      let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (weight > 0 && left < 0) return key;
      }
      return null;
    },
    shuffled<Item>(items: readonly Item[]) {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [order[last], order[other]] = [order[other] as Item, order[last] as Item];
      }
      return order;
    },
  };
}
