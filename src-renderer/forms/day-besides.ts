/** Where a key leads in a calendar. Pure. */
import type { CivilDate } from '../../contract/domain/civil-date.ts';
import { addDays, isCivilDate } from '../../contract/domain/civil-date.ts';

const DAYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MONTHS: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 };

/**
 * Arrows: a day, a week; Home and End: Monday and Sunday; Page up and down: the same day of another month, or its last.
 *
 * @returns null for any other key
 * @example dayBesides('2021-01-31', 'PageDown') // '2021-02-28'
 */
export function dayBesides(day: CivilDate, key: string): CivilDate | null {
  const days = DAYS[key];
  if (days !== undefined) return addDays(day, days);
  const months = MONTHS[key];
  if (months !== undefined) return sameDayOfMonth(day, months);
  const fromMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  if (key === 'Home') return addDays(day, -fromMonday);
  return key === 'End' ? addDays(day, 6 - fromMonday) : null;
}

function sameDayOfMonth(day: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const place = year * 12 + month - 1 + months;
  const of = (one: number) =>
    `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}-${String(one).padStart(2, '0')}`;
  return (
    [date, 30, 29, 28]
      .filter((one) => one <= date)
      .map(of)
      .find(isCivilDate) ?? day
  );
}
