/**
 * The moment at which the nation is drawn: the last 06:00 UTC. All dates are counted from it, so that a service started
 * at any hour of the same day finds the same nation, and nothing in it lies in the future.
 */
import type { CivilDate } from '../../contract/domain/civil-date.ts';
import { addDays, todayIn } from '../../contract/domain/civil-date.ts';
import type { Instant } from '../../contract/domain/instant.ts';
import { MILLISECONDS_PER_HOUR } from '../../contract/domain/instant.ts';
import { isoInstant } from '../kernel/ground.ts';

const DAY = 24 * MILLISECONDS_PER_HOUR;
const START_HOUR = 6 * MILLISECONDS_PER_HOUR;

export interface NationDay {
  readonly instant: Instant;
  /** "Today" in Paris. */
  readonly today: CivilDate;
  /** A civil date so many days from today; negative in the past. */
  day(days: number): CivilDate;
  /** An instant so many hours before, as rows store it. */
  hoursAgo(hours: number): string;
}

/** @example nationDay(Date.UTC(2020, 10, 15, 8)).hoursAgo(6) // '2020-11-15T00:00:00.000Z' */
export function nationDay(now: Instant): NationDay {
  const instant = Math.floor((now - START_HOUR) / DAY) * DAY + START_HOUR;
  const today = todayIn('Europe/Paris', instant);
  return {
    instant,
    today,
    day: (days) => addDays(today, days),
    hoursAgo: (hours) => isoInstant(Math.round(instant - hours * MILLISECONDS_PER_HOUR)),
  };
}
