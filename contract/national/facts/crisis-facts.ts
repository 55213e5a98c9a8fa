/** Crisis modes and granted access as the rules of contract/domain speak of them. */
import type { CrisisMode, DirectAccessGrant } from '../../domain/crisis-mode.ts';
import type { AgencyCode } from '../../domain/geography/agency.ts';
import type { ProfessionCode } from '../../domain/profession.ts';
import type { CrisisModeRow, DirectAccessRow } from '../rows/regulation-rows.ts';
import { todayOf } from './today.ts';

/** Of a row that is active. */
export function crisisModeFacts(row: Pick<CrisisModeRow, 'agency' | 'profession'>): CrisisMode {
  return {
    agency: row.agency as AgencyCode,
    professions: row.profession === null ? 'all' : [row.profession as ProfessionCode],
  };
}

/** Of a row that was not revoked. */
export function directAccessFacts(row: DirectAccessRow): DirectAccessGrant {
  return {
    agency: row.agency as AgencyCode,
    target:
      row.missionId === null
        ? { kind: 'establishment', establishmentId: row.establishmentId ?? '' }
        : { kind: 'mission', missionId: row.missionId },
    from: todayOf(row.agency, Date.parse(row.at)),
    until: row.untilDate,
  };
}
