/** Civil days are counted where the agency lives; where only the CCS regulates, in Paris (DOMAIN §1). */
import type { CivilDate } from '../../domain/civil-date.ts';
import { todayIn } from '../../domain/civil-date.ts';
import type { AgencyTimeZone } from '../../domain/geography/agency.ts';
import { agencyOf, isAgencyCode } from '../../domain/geography/agency.ts';
import type { Instant } from '../../domain/instant.ts';

/** @example timeZoneOf(11) // 'Indian/Reunion' */
export function timeZoneOf(agency: number | null): AgencyTimeZone {
  return isAgencyCode(agency) ? agencyOf(agency).timeZone : 'Europe/Paris';
}

/** @example todayOf(11, Date.UTC(2020, 6, 1, 21)) // '2020-07-02' */
export function todayOf(agency: number | null, now: Instant): CivilDate {
  return todayIn(timeZoneOf(agency), now);
}
