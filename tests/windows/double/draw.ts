/** A small seeded source of choices: the same invented region each time. */
export interface Draw {
  below(limit: number): number;
  one<Value>(values: readonly Value[]): Value;
  chance(share: number): boolean;
}

export function createDraw(seed: number): Draw {
  const held = { state: seed >>> 0 };
  const next = (): number => {
    held.state = (Math.imul(held.state, 1_664_525) + 1_013_904_223) >>> 0;
    return held.state / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    one(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
  };
}
