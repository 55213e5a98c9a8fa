/**
 * Sets of rows too large to travel: a window keeps a short name, the engine the ids that were found at one revision.
 * They are forgotten after a time, and the oldest first when there are many.
 */
import type { z } from 'zod';
import type { chosenSetSchema } from '../../contract/app/selection.ts';

type ChosenSet = z.infer<typeof chosenSetSchema>;

const LIFE_MILLISECONDS = 2 * 3_600_000;
const MOST = 64;

export interface Handles {
  keep(kind: 'mission' | 'candidate', ids: readonly string[], revision: number): ChosenSet;
  /** Null when it is not known any more. */
  resolve(set: ChosenSet): readonly string[] | null;
  /** The revision at which the set was found, or null. */
  revisionOf(handle: string): number | null;
}

export function createHandles(clock: () => number, makeId: () => string): Handles {
  const kept = new Map<string, { ids: readonly string[]; revision: number; until: number }>();
  const live = (handle: string) => {
    const set = kept.get(handle);
    return set !== undefined && set.until > clock() ? set : null;
  };
  return {
    keep(kind, ids, revision) {
      const handle = `${kind}:${makeId()}`;
      kept.set(handle, { ids, revision, until: clock() + LIFE_MILLISECONDS });
      for (const [name, { until }] of kept) {
        if (kept.size > MOST || until <= clock()) kept.delete(name);
      }
      return { type: 'handle', handle, count: ids.length };
    },
    resolve: (set) => (set.type === 'ids' ? set.ids : (live(set.handle)?.ids ?? null)),
    revisionOf: (handle) => live(handle)?.revision ?? null,
  };
}
