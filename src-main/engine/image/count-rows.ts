/** How many rows a mask keeps. */
export function countRows(mask: Uint8Array): number {
  let count = 0;
  for (let slot = 0; slot < mask.length; slot += 1) count += mask[slot] ?? 0;
  return count;
}
