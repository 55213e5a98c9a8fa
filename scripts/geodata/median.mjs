/** Weighted median of [value, weight] pairs, whose weights are positive. */
export function median(pairs) {
  const sorted = [...pairs].sort(([left], [right]) => left - right);
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let reached = 0;
  for (const [value, weight] of sorted) {
    reached += weight;
    if (reached >= half) return value;
  }
  throw new RangeError('The median of nothing does not exist');
}
