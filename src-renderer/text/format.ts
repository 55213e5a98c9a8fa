/** French dates, numbers and plurals, by Intl. */
import { formatCivilDate } from '../../contract/domain/civil-date.ts';

const NUMBER = new Intl.NumberFormat('fr-FR');
const ONE_DECIMAL = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const PLURAL = new Intl.PluralRules('fr-FR');
const TIME = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** @example formatNumber(1834) // '1 834' */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

export function formatDecimal(value: number): string {
  return ONE_DECIMAL.format(value);
}

/** @example plural(2, 'mission', 'missions') // '2 missions' */
export function plural(count: number, one: string, other: string): string {
  return `${NUMBER.format(count)} ${PLURAL.select(count) === 'one' ? one : other}`;
}

/** A civil date as lists show it: "1 juil. 2020"; a dash for none. */
export function formatDay(day: string | null): string {
  return day === null ? '—' : formatCivilDate(day);
}

/** An instant in the person's own time: "1 juil. 2020, 09:41"; a dash for none or for what is no instant. */
export function formatMoment(instant: string | null): string {
  const at = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(at) ? '—' : MOMENT.format(at);
}

export function formatTime(instant: string | null): string {
  const at = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(at) ? '—' : TIME.format(at);
}

/** @example formatHours(50) // '2 j 2 h' */
export function formatHours(hours: number): string {
  const whole = Math.max(0, Math.floor(hours));
  if (whole < 24) return `${whole} h`;
  const rest = whole % 24;
  return rest === 0 ? `${Math.floor(whole / 24)} j` : `${Math.floor(whole / 24)} j ${rest} h`;
}

/** @example formatSeconds(95) // '1 min 35 s' */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** @example formatBytes(52_428_800) // '50 Mo' */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${NUMBER.format(Math.round(bytes / 1_000))} ko`
    : `${ONE_DECIMAL.format(bytes / 1_000_000)} Mo`;
}
