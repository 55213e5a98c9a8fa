/** Randomness as the simulator needs it; the caller gives it, from a seed. */
export interface Chance {
  /** In [0, 1). */
  unit(): number;
  /** A whole number, both bounds inclusive. */
  integer(least: number, most: number): number;
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** A UUIDv7 whose time is `instant`. */
  id(instant: number): string;
}
