/** Days as whole numbers, so that a range of dates is two comparisons. */
const MILLISECONDS = 86_400_000;

/** Greater than any day: where there is none. */
export const NO_DAY = 0x7fffffff;

/** @example dayNumber('1970-01-02') // 1 */
export function dayNumber(day: string): number {
  const parsed = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed)) throw new RangeError('Not a civil date');
  return parsed / MILLISECONDS;
}

/** @example dayText(1) // '1970-01-02' */
export function dayText(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}
