/** The one place where a candidate's row becomes the candidate that the rules of contract/domain speak of. */
import type { Candidate } from '../../domain/candidate.ts';
import type { Availability, Verification } from '../../domain/candidate-status.ts';
import type { AgencyCode } from '../../domain/geography/agency.ts';
import type { DepartementCode } from '../../domain/geography/departement.ts';
import type { Mobilisation } from '../../domain/mobilisation.ts';
import type { PoolKind, PoolMembership } from '../../domain/pool.ts';
import { POOL_KINDS } from '../../domain/pool.ts';
import type { ProfessionCode } from '../../domain/profession.ts';
import type { SpecialtyCode } from '../../domain/specialty.ts';
import type { CandidateRow } from '../rows/candidate-row.ts';
import type { PoolRow } from '../rows/regulation-rows.ts';

type Membership = Pick<PoolRow, 'id' | 'kind'>;

/** The pools a person is in; a kind known by its bit alone stands for itself. */
function memberships(row: CandidateRow, pools: readonly Membership[]): readonly PoolMembership[] {
  const listed = pools.map(({ id, kind }) => ({ kind: kind as PoolKind, poolId: id }));
  const unlisted = POOL_KINDS.filter(
    (kind, bit) => (row.poolKinds & (1 << bit)) !== 0 && !listed.some((pool) => pool.kind === kind),
  );
  return [...listed, ...unlisted.map((kind) => ({ kind, poolId: kind }))];
}

/** What a person's proposals say of them: read from the proposals by the service, from the row by who sees only some. */
export type EngagementFacts = Pick<Candidate, 'engagement' | 'assignments' | 'openProposals'>;

/** @param pools the rows of the pools that the person is in, as far as they are known */
export function candidateFactsOf(
  row: CandidateRow,
  pools: readonly Membership[],
  { engagement, assignments, openProposals }: EngagementFacts,
): Candidate {
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
    assignments,
    openProposals,
  };
}

/** Territorial pools serve their members only, unless the support EHPAD agrees to serve all (DOMAIN §6). */
export function poolServes(
  pool: Pick<PoolRow, 'openToAll' | 'supportEstablishmentId' | 'memberEstablishments'>,
  establishmentId: string,
): boolean {
  return (
    pool.openToAll === 1 ||
    pool.supportEstablishmentId === establishmentId ||
    (JSON.parse(pool.memberEstablishments) as string[]).includes(establishmentId)
  );
}
