/** The one place where an opening's row becomes the opening that the rules of contract/domain speak of. */
import type { AgencyCode } from '../../domain/geography/agency.ts';
import type { Mobilisation } from '../../domain/mobilisation.ts';
import type { Opening, OpeningState } from '../../domain/opening.ts';
import { POOL_KINDS } from '../../domain/pool.ts';
import type { ProfessionCode } from '../../domain/profession.ts';
import type { SpecialtyCode } from '../../domain/specialty.ts';
import type { OpeningRow } from '../rows/regulation-rows.ts';

/** An empty list means all. */
function allOrSome<Code extends string>(list: string): 'all' | readonly Code[] {
  const codes = JSON.parse(list) as Code[];
  return codes.length === 0 ? 'all' : codes;
}

export function openingFacts(row: OpeningRow): Opening {
  return {
    id: row.id,
    lenderPools: POOL_KINDS.filter((_kind, bit) => (row.poolKinds & (1 << bit)) !== 0),
    lenderAgencies: row.lenderAgencies === null ? 'all' : (JSON.parse(row.lenderAgencies) as AgencyCode[]),
    receiver:
      row.receiverMissions === null
        ? { kind: 'agency', agency: row.receiverAgency as AgencyCode }
        : { kind: 'missions', missionIds: JSON.parse(row.receiverMissions) as string[] },
    professions: allOrSome<ProfessionCode>(row.professions),
    specialties: allOrSome<SpecialtyCode>(row.specialties),
    mobilisations: JSON.parse(row.mobilisations) as Mobilisation[],
    from: row.fromDate,
    until: row.untilDate,
    ceiling: row.ceiling,
    reason: row.reason,
    author: row.authorName,
    createdAt: Date.parse(row.createdAt),
    state: row.state as OpeningState,
    // Never suspends an opening (DOMAIN §6): nothing that is asked here depends on it.
    objection: null,
  };
}
