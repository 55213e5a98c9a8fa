/**
 * What an agency sees beyond its base scope: candidates that openings show it. A definition is kept with each scope
 * version, so that the difference between two versions can be told at any later time (ARCHITECTURE §6, scope).
 *
 * A paused (full) opening still shows its candidates; only proposing under it is refused. Otherwise each ceiling
 * reached would send a region's pool away and back again.
 */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** The criteria of one opening, frozen. Empty lists of professions or specialties mean all. */
export interface ScopeOpening {
  readonly id: string;
  /** Null: every agency and the volunteers who live under none. */
  readonly lenderAgencies: readonly number[] | null;
  readonly poolKinds: number;
  readonly professions: readonly string[];
  readonly specialties: readonly string[];
  readonly mobilisations: readonly string[];
}

export type ScopeDefinition = readonly ScopeOpening[];

type CandidateTraits = Pick<Tables['candidate'], 'agency' | 'poolKinds' | 'profession' | 'specialty' | 'mobilisation'>;

const accepts = (list: readonly string[], value: string | null): boolean =>
  list.length === 0 || (value !== null && list.includes(value));

/** Whether an opening shows a candidate; the pure twin of `definitionPredicate`. */
export function openingShows(opening: ScopeOpening, candidate: CandidateTraits): boolean {
  return (
    (opening.lenderAgencies === null ||
      (candidate.agency !== null && opening.lenderAgencies.includes(candidate.agency))) &&
    (candidate.poolKinds & opening.poolKinds) !== 0 &&
    accepts(opening.professions, candidate.profession) &&
    accepts(opening.specialties, candidate.specialty) &&
    opening.mobilisations.includes(candidate.mobilisation)
  );
}

/** The same rule as SQL, for transfers and differences; false when there is no opening. */
export function definitionPredicate(
  definition: ScopeDefinition,
  builder: ExpressionBuilder<Tables, 'candidate'>,
): Expression<SqlBool> {
  return builder.or(
    definition.map((opening) =>
      builder.and([
        ...(opening.lenderAgencies === null ? [] : [builder('candidate.agency', 'in', [...opening.lenderAgencies])]),
        sql<SqlBool>`("candidate"."poolKinds" & ${sql.lit(opening.poolKinds)}) <> 0`,
        ...(opening.professions.length === 0 ? [] : [builder('candidate.profession', 'in', [...opening.professions])]),
        ...(opening.specialties.length === 0 ? [] : [builder('candidate.specialty', 'in', [...opening.specialties])]),
        builder('candidate.mobilisation', 'in', [...opening.mobilisations]),
      ]),
    ),
  );
}

/** The definition that today's openings give a receiving agency. */
export function definitionOf(agency: number, openings: readonly Tables['opening'][], today: string): ScopeDefinition {
  return openings
    .filter(
      (opening) =>
        opening.receiverAgency === agency &&
        (opening.state === 'active' || opening.state === 'paused') &&
        opening.fromDate <= today &&
        today <= opening.untilDate,
    )
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map((opening) => ({
      id: opening.id,
      lenderAgencies: opening.lenderAgencies === null ? null : (JSON.parse(opening.lenderAgencies) as number[]),
      poolKinds: opening.poolKinds,
      professions: JSON.parse(opening.professions) as string[],
      specialties: JSON.parse(opening.specialties) as string[],
      mobilisations: JSON.parse(opening.mobilisations) as string[],
    }));
}
