/** "Today" differs by agency (DOMAIN §1): the agencies that share one, for queries by date. */
import type { CivilDate } from '../../contract/domain/civil-date.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import type { Instant } from '../../contract/domain/instant.ts';
import { todayOf } from '../../contract/national/facts/today.ts';

export interface SharedDay {
  readonly today: CivilDate;
  /** Null stands for where only the CCS regulates. */
  readonly agencies: readonly (number | null)[];
}

export function agenciesByDay(now: Instant): readonly SharedDay[] {
  const days = new Map<CivilDate, (number | null)[]>();
  for (const agency of [null, ...AGENCIES.map(({ code }) => code)]) {
    const today = todayOf(agency, now);
    days.set(today, [...(days.get(today) ?? []), agency]);
  }
  return [...days].map(([today, agencies]) => ({ today, agencies }));
}
