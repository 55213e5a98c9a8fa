/**
 * Makes a draw in which each item is as likely as its weight. When every weight is zero, all are equally likely.
 *
 * @returns a function of a number in [0, 1), given by the caller's own seeded source
 * @throws RangeError when there is nothing to draw from, or when the number is outside [0, 1)
 * @example
 * const draw = createWeightedDraw(['rare', 'frequent'], (word) => (word === 'rare' ? 1 : 9));
 * draw(0.05); // 'rare'
 * draw(0.5);  // 'frequent'
 */
export function createWeightedDraw<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
): (unit: number) => Item {
  const weights = items.map(weightOf);
  const weighted = weights.some((weight) => weight > 0) ? weights : items.map(() => 1);
  const ends: number[] = [];
  for (const weight of weighted) ends.push((ends.at(-1) ?? 0) + weight);
  const total = ends.at(-1) ?? 0;

  return (unit) => {
    if (!(unit >= 0 && unit < 1)) throw new RangeError(`A draw needs a number in [0, 1), not ${unit}`);
    const item = items[firstAbove(ends, unit * total)];
    if (item === undefined) throw new RangeError('Nothing to draw from');
    return item;
  };
}

/** Index of the first end strictly above the target, by bisection; `ends` never decreases. */
function firstAbove(ends: readonly number[], target: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
