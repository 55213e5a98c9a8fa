import type { Instant } from './instant.ts';
import type { Parsed } from './parsed.ts';
import { parsed, refused } from './parsed.ts';

/** A day of the calendar, `AAAA-MM-JJ`, without hour or zone. Compares as text. */
export type CivilDate = string;

/** Both bounds inclusive; `until: null` means "no end yet". */
export interface CivilRange {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

const MILLISECONDS_PER_DAY = 86_400_000;
const MONTHS = 'janv.,févr.,mars,avr.,mai,juin,juil.,août,sept.,oct.,nov.,déc.'.split(',');

function toDayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

function fromDayNumber(day: number): CivilDate {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Is the text a real day, written `AAAA-MM-JJ`, of the years 1900 to 2199? */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = toDayNumber(text);
  return Number.isInteger(day) && fromDayNumber(day) === text;
}

/**
 * Reads a date as forms (`jj/mm/aaaa`) or messages (`AAAA-MM-JJ`) write it (F129).
 *
 * @example parseCivilDate('09/07/2020') // { ok: true, value: '2020-07-09', warnings: [] }
 */
export function parseCivilDate(text: string): Parsed<CivilDate> {
  const trimmed = text.trim();
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  const date =
    french === null
      ? trimmed
      : `${french[3]}-${(french[2] ?? '').padStart(2, '0')}-${(french[1] ?? '').padStart(2, '0')}`;
  if (isCivilDate(date)) return parsed(date);
  return refused("Cette date n'existe pas : écrivez-la jj/mm/aaaa.");
}

/** @example addDays('2020-12-31', 1) // '2021-01-01' */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from one date to another, negative when `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Is the day inside the range, bounds included? */
export function rangeContains(range: CivilRange, date: CivilDate): boolean {
  return range.from <= date && (range.until === null || date <= range.until);
}

/** Do two ranges share at least one day? Bounds are inclusive: dates that touch do overlap. */
export function rangesOverlap(left: CivilRange, right: CivilRange): boolean {
  return (right.until === null || left.from <= right.until) && (left.until === null || right.from <= left.until);
}

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  FORMATTERS.set(timeZone, made);
  return made;
}

/**
 * The civil date of an instant where the mission's ARS lives (DOMAIN §1).
 *
 * @param timeZone IANA name
 * @throws RangeError when the zone does not exist
 * @example todayIn('Indian/Reunion', Date.UTC(2020, 6, 1, 21)) // '2020-07-02'
 */
export function todayIn(timeZone: string, instant: Instant): CivilDate {
  const parts = formatterOf(timeZone).formatToParts(instant);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/**
 * The date as lists show it (F129).
 *
 * @example formatCivilDate('2020-07-13') // '13 juil. 2020'
 */
export function formatCivilDate(date: CivilDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
