/** Missions that ask the same and people who can answer the same: walls look at one of each. */
import type { CandidateTerms } from '../matching/candidate-terms.ts';
import type { MissionTerms, OpeningTerms } from '../matching/mission-terms.ts';

const listed = (values: ReadonlySet<number> | null): string => (values === null ? '*' : [...values].sort().join('.'));

const openingKey = ({ agencies, poolKinds, professions, specialties, mobilisations }: OpeningTerms): string =>
  [listed(agencies), poolKinds, listed(professions), listed(specialties), mobilisations].join('/');

/** All that the walls read of a mission, but its dates and the people it already met. */
export function needKey({
  professions,
  agency,
  needed,
  asksVaccination,
  territorialPools,
  openings,
}: MissionTerms): string {
  const lent = openings.map(openingKey);
  return [professions.join('.'), agency, needed, Number(asksVaccination), territorialPools.join('.'), ...lent].join(
    '|',
  );
}

/** What needs of a mission hold people apart: vehicle, weekends, help with vaccination. */
const NEEDED_FLAGS = 7;

/** All that the walls read of a person who is free and promised no day, but territorial pools. */
export function personKey({ at, territorial }: CandidateTerms, slot: number): string | number {
  const plain =
    (((((at.profession[slot] ?? 0) * 8 + ((at.flags[slot] ?? 0) & NEEDED_FLAGS)) * 32 + (at.agency[slot] ?? 0)) * 8 +
      (at.mobilisation[slot] ?? 0)) *
      64 +
      (at.poolKinds[slot] ?? 0)) *
      65_536 +
    (at.specialty[slot] ?? 0);
  const pools = territorial.get(slot);
  return pools === undefined ? plain : `${plain} ${pools.join('.')}`;
}
