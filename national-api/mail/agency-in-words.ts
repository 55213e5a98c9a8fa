/** An agency with its article, as mails say it. */
import { agencyOf, isAgencyCode } from '../../contract/domain/geography/agency.ts';

/** @example agencyInWords(6) === "l'ARS Grand-Est"; agencyInWords(null) === 'le CCS' */
export function agencyInWords(agency: number | null): string {
  return isAgencyCode(agency) ? `l'${agencyOf(agency).label}` : 'le CCS';
}
