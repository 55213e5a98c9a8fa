import type { QuietHours } from '../../contract/app/workspace-contract.ts';

/**
 * Whether a moment falls in the quiet hours: the first is in, the last is out, over midnight when the first is later.
 *
 * @param time local, 'HH:MM'
 * @example isQuiet({ from: '22:00', to: '07:00' }, '03:15') // true
 */
export function isQuiet(hours: QuietHours, time: string): boolean {
  if (hours === null || hours.from === hours.to) return false;
  const { from, to } = hours;
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** The local time of an instant, as the quiet hours are written. */
export function localTime(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}
