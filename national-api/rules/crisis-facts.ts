/** The crisis modes and granted access that bear on some agencies now. */
import type { CrisisMode, DirectAccessGrant } from '../../contract/domain/crisis-mode.ts';
import { crisisModeFacts, directAccessFacts } from '../../contract/national/facts/crisis-facts.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

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
