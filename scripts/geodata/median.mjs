/** Weighted median of [value, weight] pairs; equal weights when every weight is zero. */
export function median(pairs) {
  const sorted = [...pairs].sort(([left], [right]) => left - right);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  const weightOf = total === 0 ? () => 1 : ([, weight]) => weight;
  const half = (total === 0 ? sorted.length : total) / 2;
  let reached = 0;
  for (const pair of sorted) {
    reached += weightOf(pair);
    if (reached >= half) return pair[0];
  }
  throw new RangeError('The median of nothing does not exist');
}
