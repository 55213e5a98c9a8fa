/** A point in time: milliseconds since 1970-01-01T00:00:00Z. Civil dates are in `civil-date.ts`. */
export type Instant = number;

/** Time is given to the rules, never taken from the environment. */
export type Clock = () => Instant;

export const MILLISECONDS_PER_HOUR = 3_600_000;

/** Whole and fractional hours between two instants; negative when `to` is before `from`. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (to - from) / MILLISECONDS_PER_HOUR;
}
