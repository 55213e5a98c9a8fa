/** "Today" is the civil date where the agency lives; where only the CCS regulates, it is Paris's (DOMAIN §1). */
import type { CivilDate } from '../../contract/domain/civil-date.ts';
import { todayIn } from '../../contract/domain/civil-date.ts';
import { agencyOf, isAgencyCode } from '../../contract/domain/geography/agency.ts';
import type { Instant } from '../../contract/domain/instant.ts';

/** @example agencyToday(11, Date.UTC(2020, 10, 15, 21)) // '2020-11-16', in La Réunion */
export function agencyToday(agency: number | null, now: Instant): CivilDate {
  return todayIn(isAgencyCode(agency) ? agencyOf(agency).timeZone : 'Europe/Paris', now);
}
