/** The days that an assignment promises. */

import { todayOf } from '../../contract/national/facts/today.ts';
import type { Stored } from '../kernel/unit-of-work.ts';

/**
 * From the mission's first day, or from the day of acceptance when the mission had begun, to its last day: days that
 * were over before are not promised, so that a person whose last assignment ended yesterday may join today.
 */
export function assignmentDates(
  mission: Pick<Stored<'mission'>, 'startDate' | 'endDate' | 'agency'>,
  acceptedAt: number,
): { startDate: string; endDate: string } {
  const acceptedOn = todayOf(mission.agency, acceptedAt);
  const startDate = acceptedOn > mission.startDate ? acceptedOn : mission.startDate;
  return { startDate, endDate: mission.endDate };
}
