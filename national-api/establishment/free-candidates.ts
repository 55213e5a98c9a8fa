/** The people whom a mission's plain criteria let through, found by SQL; the rules judge each of them after. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { todayOf } from '../../contract/national/facts/today.ts';
import type { Tables } from '../database/tables.ts';
import { definitionPredicate } from '../feed/scope-definition.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';

type Builder = ExpressionBuilder<Tables, 'candidate'>;

const list = (json: string): string[] => JSON.parse(json) as string[];

/** Own region, or what openings towards it show. */
function withinReach(builder: Builder, mission: Stored<'mission'>, openings: readonly Stored<'opening'>[]) {
  const region =
    mission.agency === null
      ? builder('candidate.agency', 'is', null)
      : builder('candidate.agency', '=', mission.agency);
  const definition = openings.map((opening) => ({
    id: opening.id,
    lenderAgencies: opening.lenderAgencies === null ? null : (JSON.parse(opening.lenderAgencies) as number[]),
    poolKinds: opening.poolKinds,
    professions: list(opening.professions),
    specialties: list(opening.specialties),
    mobilisations: list(opening.mobilisations),
  }));
  return openings.length === 0 ? region : builder.or([region, definitionPredicate(definition, builder)]);
}

function criteria(builder: Builder, mission: Stored<'mission'>, openings: readonly Stored<'opening'>[]) {
  const wanted: Expression<SqlBool>[] = [
    withinReach(builder, mission, openings),
    builder('candidate.engagement', '=', 'none'),
    builder('candidate.availability', '=', 'available'),
    builder('candidate.mergedInto', 'is', null),
  ];
  if (mission.vaccinationHelp === 1) {
    wanted.push(builder('candidate.vaccinationHelp', '=', 1));
    const eligible = list(mission.vaccinationProfessions);
    wanted.push(eligible.length === 0 ? builder.lit(false) : builder('candidate.profession', 'in', eligible));
  } else {
    wanted.push(builder('candidate.profession', '=', mission.profession));
  }
  if (mission.weekend === 1) wanted.push(builder('candidate.weekend', '=', 1));
  if (mission.vehicle === 1) wanted.push(builder('candidate.vehicle', '=', 1));
  return builder.and(wanted);
}

/** Free people who meet the criteria and whom this mission did not refuse before (F93-F96; DOMAIN §4.3). */
export function freeCandidates(
  work: UnitOfWork,
  mission: Stored<'mission'>,
  openings: readonly Stored<'opening'>[],
): Promise<Stored<'candidate'>[]> {
  return work.writer
    .selectFrom('candidate')
    .selectAll()
    .where((builder) => criteria(builder as unknown as Builder, mission, openings))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('proposal')
            .select('proposal.id')
            .whereRef('proposal.candidateId', '=', 'candidate.id')
            .where('proposal.missionId', '=', mission.id)
            .where('proposal.state', '=', 'refused'),
        ),
      ),
    )
    .execute();
}

/** Days already promised by those people: what an overlap is judged by. */
export async function promisesOf(
  work: UnitOfWork,
  mission: Stored<'mission'>,
  openings: readonly Stored<'opening'>[],
): Promise<ReadonlyMap<string, readonly Stored<'proposal'>[]>> {
  const rows = await work.writer
    .selectFrom('proposal')
    .innerJoin('candidate', 'candidate.id', 'proposal.candidateId')
    .selectAll('proposal')
    .where('proposal.state', 'in', ['accepted', 'ended', 'ended-early'])
    .where('proposal.endDate', '>=', todayOf(mission.agency, work.now))
    .where((builder) => criteria(builder as unknown as Builder, mission, openings))
    .execute();
  return Map.groupBy(rows, ({ candidateId }) => candidateId);
}
