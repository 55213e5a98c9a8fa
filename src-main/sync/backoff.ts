/** How long to wait after failures: longer each time, never in step with others, at most five minutes (TRUST R04). */
const FIRST_MILLISECONDS = 1000;
const MOST_MILLISECONDS = 300_000;

/**
 * @param failures in a row, 1 for the first
 * @param fraction random in [0, 1): half of the wait is drawn, so that a thousand workstations do not come back at once
 * @param retryAfter seconds that the service asked for; never undercut
 * @example backoffMilliseconds(1, 0.5, null) // 1500
 */
export function backoffMilliseconds(failures: number, fraction: number, retryAfter: number | null): number {
  const doubled = Math.min(MOST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** Math.min(failures, 20));
  const jittered = doubled / 2 + (doubled / 2) * fraction;
  const wait = Math.max(FIRST_MILLISECONDS, Math.min(MOST_MILLISECONDS, jittered));
  return Math.max(wait, (retryAfter ?? 0) * 1000);
}
