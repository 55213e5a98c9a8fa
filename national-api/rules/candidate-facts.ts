/** The one place where a stored candidate becomes the candidate that the rules of contract/domain speak of. */
import type { Candidate } from '../../contract/domain/candidate.ts';
import type { Availability, Verification } from '../../contract/domain/candidate-status.ts';
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import type { DepartementCode } from '../../contract/domain/geography/departement.ts';
import type { Mobilisation } from '../../contract/domain/mobilisation.ts';
import type { PoolKind, PoolMembership } from '../../contract/domain/pool.ts';
import { POOL_KINDS } from '../../contract/domain/pool.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import type { SpecialtyCode } from '../../contract/domain/specialty.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { isAssignment, personEngagement } from './person-engagement.ts';
import { todayOf } from './today.ts';

type Proposal = Stored<'proposal'>;

/** The pools a person is in; a kind known by its bit alone stands for itself. */
function memberships(row: Stored<'candidate'>, pools: readonly Stored<'pool'>[]): readonly PoolMembership[] {
  const listed = pools.map(({ id, kind }) => ({ kind: kind as PoolKind, poolId: id }));
  const unlisted = POOL_KINDS.filter(
    (kind, bit) => (row.poolKinds & (1 << bit)) !== 0 && !listed.some((pool) => pool.kind === kind),
  );
  return [...listed, ...unlisted.map((kind) => ({ kind, poolId: kind }))];
}

/** The rows of the pools that a person is in. */
export async function poolsOf(work: UnitOfWork, row: Stored<'candidate'>): Promise<readonly Stored<'pool'>[]> {
  const ids = JSON.parse(row.pools) as string[];
  await work.load('pool', ids);
  const pools = await Promise.all(ids.map((id) => work.get('pool', id)));
  return pools.filter((pool) => pool !== null);
}

/** Days that are already promised: assignments, and those that ended early on a day that is not over. */
export function promisedDays(proposals: readonly Proposal[], now: number) {
  return proposals
    .filter(
      (proposal) =>
        isAssignment(proposal, now) ||
        ((proposal.state === 'ended-early' || proposal.state === 'ended') &&
          (proposal.endDate ?? '') >= todayOf(proposal.missionAgency, now)),
    )
    .map(({ startDate, endDate }) => ({ from: startDate ?? '0001-01-01', until: endDate }));
}

/** @param proposals every proposal of the person: engagement is read from them, not from the derived columns */
export function candidateFacts(
  row: Stored<'candidate'>,
  proposals: readonly Proposal[],
  pools: readonly Stored<'pool'>[],
  now: number,
): Candidate {
  const { engagement, openProposals } = personEngagement(proposals, now);
  return {
    id: row.id,
    verification: row.verification as Verification,
    availability: row.availability as Availability,
    engagement,
    profession: row.profession as ProfessionCode,
    specialty: row.specialty as SpecialtyCode | null,
    agency: row.agency as AgencyCode | null,
    departement: row.departement as DepartementCode,
    mobilisation: row.mobilisation as Mobilisation,
    availableFrom: row.startDate,
    availableUntil: row.endDate,
    hasVehicle: row.vehicle === 1,
    worksWeekends: row.weekend === 1,
    hasEhpadExperience: row.ehpad === 1,
    hasIntensiveCareExperience: row.intensiveCare === 1,
    helpsVaccination: row.vaccinationHelp === 1,
    hasVaccinationExperience: row.vaccinationExperience === 1,
    pools: memberships(row, pools),
    assignments: promisedDays(proposals, now),
    openProposals,
  };
}
