/** Crisis modes and granted access of some agencies, as the rules of contract/domain speak of them. */
import type { CrisisMode, DirectAccessGrant } from '../../contract/domain/crisis-mode.ts';
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { todayOf } from './today.ts';

export function crisisModeFacts(row: Stored<'crisisMode'>): CrisisMode {
  return {
    agency: row.agency as AgencyCode,
    professions: row.profession === null ? 'all' : [row.profession as ProfessionCode],
  };
}

export function directAccessFacts(row: Stored<'directAccess'>): DirectAccessGrant {
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

/** What bears on direct access between these agencies now: active crisis modes, grants that were not revoked. */
export async function crisisOf(
  work: UnitOfWork,
  agencies: readonly (number | null)[],
): Promise<{ crisis: readonly CrisisMode[]; grants: readonly DirectAccessGrant[] }> {
  const codes = agencies.filter((agency) => agency !== null);
  if (codes.length === 0) return { crisis: [], grants: [] };
  const modes = await work.writer
    .selectFrom('crisisMode')
    .selectAll()
    .where('agency', 'in', codes)
    .where('active', '=', 1)
    .execute();
  const grants = await work.writer
    .selectFrom('directAccess')
    .selectAll()
    .where('agency', 'in', codes)
    .where('revokedAt', 'is', null)
    .execute();
  return {
    crisis: work.adopt('crisisMode', modes).map(crisisModeFacts),
    grants: work.adopt('directAccess', grants).map(directAccessFacts),
  };
}
