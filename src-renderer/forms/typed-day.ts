/** A day as people in France type it. Pure: the day it is now is given. */
import type { CivilDate } from '../../contract/domain/civil-date.ts';
import { addDays, daysBetween, isCivilDate } from '../../contract/domain/civil-date.ts';
import { FR_FORMS } from '../text/fr-forms.ts';

const { date: WORDS } = FR_FORMS;

/** What a day is read against. */
export interface DayGround {
  /** Relative words count from it, and a day without its year is the nearest to it. */
  readonly today: CivilDate;
  readonly min?: CivilDate | undefined;
  readonly max?: CivilDate | undefined;
}

export type TypedDay =
  | { readonly ok: true; readonly day: CivilDate }
  | { readonly ok: false; readonly message: string };

/** Folded, whole; a name may be cut to what tells it from the others. */
const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const SHORTEST_NAME = 3;
const SPOKEN: Readonly<Record<string, number>> = {
  'avant-hier': -2,
  hier: -1,
  auj: 0,
  "aujourd'hui": 0,
  demain: 1,
  'apres-demain': 2,
};
/** Years around today where a day without its year is looked for: 29 February comes every four. */
const YEARS_AROUND = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

/** To tell a date that does not exist from one that is not read, today does not matter. */
const ANY_DAY = '2020-01-01';

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();

const two = (part: string | number): string => String(part).padStart(2, '0');
const yearOf = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** Is the day written to its end, so that it may be taken while the person still types? */
export function isWholeDay(text: string): boolean {
  return /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{8})$/.test(text.trim());
}

/**
 * Reads a day: `3/4/2021`, `03.04.21`, `03042021`, `3/4`, `3 avril`, `1er févr. 2021`, `2021-04-03`, `demain`, `+14`.
 *
 * @example readTypedDay('3 avril', { today: '2021-03-15' }) // { ok: true, day: '2021-04-03' }
 */
export function readTypedDay(text: string, ground: DayGround): TypedDay {
  const read = dayIn(fold(text), ground);
  if (read === null) return { ok: false, message: WORDS.unread };
  if (!isCivilDate(read)) return { ok: false, message: WORDS.unknown };
  const { min, max } = ground;
  if (min !== undefined && read < min) return { ok: false, message: WORDS.tooEarly(min) };
  if (max !== undefined && read > max) return { ok: false, message: WORDS.tooLate(max) };
  return { ok: true, day: read };
}

/**
 * What a form says of a day that must be filled in: null when it is one.
 *
 * @example dayFault('31/04/2021') // 'Cette date n’existe pas : vérifiez le jour et le mois.'
 */
export function dayFault(text: string): string | null {
  if (text.trim() === '') return FR_FORMS.required;
  if (isCivilDate(text)) return null;
  const read = readTypedDay(text, { today: ANY_DAY });
  return read.ok ? WORDS.unread : read.message;
}

/** @example typedDay('2021-04-03') // '03/04/2021' */
export function typedDay(day: CivilDate): string {
  return day.split('-').reverse().join('/');
}

/** The day meant, in ISO order; it may not exist. Null when nothing is recognised. */
function dayIn(text: string, ground: DayGround): string | null {
  const spoken = SPOKEN[text];
  if (spoken !== undefined) return addDays(ground.today, spoken);
  const [, sign, count] = /^([+-]) ?(\d{1,3})(?: ?j(?:ours?)?)?$/.exec(text) ?? [];
  if (count !== undefined) return addDays(ground.today, sign === '-' ? -Number(count) : Number(count));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day, month, year] =
    /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text) ?? [];
  if (day !== undefined && month !== undefined) return inYear(Number(day), Number(month), year, ground);
  const [, named, name = '', ofYear] =
    /^(?:[a-z]+\.? )?(\d{1,2}|1er) ?([a-z]+)\.?(?: (\d{4}|\d{2}))?$/.exec(text) ?? [];
  const place = monthNamed(name);
  return named === undefined || place === null ? null : inYear(Number.parseInt(named, 10), place, ofYear, ground);
}

/** From 1; null when no month, or more than one, begins so. */
function monthNamed(name: string): number | null {
  if (name.length < SHORTEST_NAME) return null;
  const found = MONTHS.filter((month) => month.startsWith(name));
  return found.length === 1 ? MONTHS.indexOf(found[0] ?? '') + 1 : null;
}

function inYear(day: number, month: number, year: string | undefined, { today, min, max }: DayGround): string {
  const ofYear = (one: number) => `${one}-${two(month)}-${two(day)}`;
  if (year !== undefined) return ofYear(yearOf(year));
  const now = Number(today.slice(0, 4));
  const days = YEARS_AROUND.map((step) => ofYear(now + step)).filter(isCivilDate);
  const allowed = days.filter((one) => (min === undefined || one >= min) && (max === undefined || one <= max));
  const nearest = (allowed.length > 0 ? allowed : days).toSorted(
    (left, right) => Math.abs(daysBetween(today, left)) - Math.abs(daysBetween(today, right)),
  );
  return nearest[0] ?? ofYear(now);
}
