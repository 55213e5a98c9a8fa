/**
 * The civil day of an instant where an agency lives, remembered: asking the calendar of a time zone takes ten microseconds,
 * and a table asks it for each of its rows. Zones change their day at a quarter of an hour, so one answer serves them all.
 */
import type { CivilDate } from '../../../contract/domain/civil-date.ts';
import type { Instant } from '../../../contract/domain/instant.ts';
import { timeZoneOf, todayOf } from '../../../contract/national/facts/today.ts';

const QUARTER = 900_000;
/** Half a year of one zone; beyond it everything is asked again. */
const MOST = 20_000;

/** @example new CivilDays().of(11, Date.UTC(2020, 6, 1, 21)) // '2020-07-02' */
export class CivilDays {
  readonly #zones = new Map<string, Map<number, CivilDate>>();

  /** As `todayOf` says. */
  of(agency: number | null, instant: Instant): CivilDate {
    const zone = timeZoneOf(agency);
    const known = this.#zones.get(zone) ?? new Map<number, CivilDate>();
    this.#zones.set(zone, known);
    const quarter = Math.floor(instant / QUARTER);
    const found = known.get(quarter);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const day = todayOf(agency, instant);
    known.set(quarter, day);
    return day;
  }
}
