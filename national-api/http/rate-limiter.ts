/** A token bucket per key: bursts up to the limit, then the steady pace. Memory is bounded; time is given. */
import type { Clock } from '../../contract/domain/instant.ts';

interface Bucket {
  left: number;
  at: number;
}

export interface RateLimiter {
  /** Takes `cost`; 0 when it was granted, else the seconds to wait (at least 1). */
  take(key: string, cost?: number): number;
}

/** Keys remembered at most; the oldest are forgotten first, which only ever favours the caller. */
const MOST_KEYS = 20_000;

/**
 * @param limit tokens a bucket holds, refilled evenly over `window` milliseconds
 * @example const reads = createRateLimiter(() => Date.now(), 600, 60_000); reads.take('person-1') // 0
 */
export function createRateLimiter(clock: Clock, limit: number, window: number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const pace = limit / window;

  return {
    take(key, cost = 1) {
      const now = clock();
      const known = buckets.get(key);
      const elapsed = known ? Math.max(0, now - known.at) : 0;
      const left = known ? Math.min(limit, known.left + elapsed * pace) : limit;
      const granted = left >= cost;
      // Re-inserted at the end: the map's order is the order of last use.
      buckets.delete(key);
      buckets.set(key, { left: granted ? left - cost : left, at: now });
      if (buckets.size > MOST_KEYS) {
        const oldest = buckets.keys().next();
        if (!oldest.done) buckets.delete(oldest.value);
      }
      return granted ? 0 : Math.max(1, Math.ceil((Math.min(cost, limit) - left) / pace / 1000));
    },
  };
}
