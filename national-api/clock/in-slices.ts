/** Goes through many subjects a few at a time, so that commands pass in between; one bad slice does not stop the rest. */
import type { Ground } from '../kernel/ground.ts';

const SLICE = 50;

/** @returns the sum of what the slices did */
export async function inSlices(
  ground: Ground,
  ids: readonly string[],
  work: (slice: readonly string[]) => Promise<number | null>,
): Promise<number> {
  let done = 0;
  for (let start = 0; start < ids.length; start += SLICE) {
    const slice = ids.slice(start, start + SLICE);
    try {
      done += (await work(slice)) ?? 0;
    } catch (error) {
      ground.log('sweep.fault', { count: slice.length, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return done;
}
