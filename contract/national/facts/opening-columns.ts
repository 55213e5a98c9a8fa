/** The one place where what is asked of an opening becomes the columns that keep it. */
import { POOL_KINDS } from '../../domain/pool.ts';
import type { CommandInput } from '../commands/command-inputs.ts';
import type { OpeningColumns } from './opening-overlap.ts';

const listOf = (members: readonly (string | number)[]): string => JSON.stringify([...new Set(members)].sort());

/** Lists in one order without doubles, so that two openings that say the same are stored alike. */
export function openingColumnsOf(asked: CommandInput<'opening.create'>): OpeningColumns {
  const { lenderAgencies } = asked;
  return {
    receiverAgency: asked.receiverAgency,
    receiverMissions: asked.receiverMissions === null ? null : listOf(asked.receiverMissions),
    lenderAgencies:
      lenderAgencies === null ? null : JSON.stringify([...new Set(lenderAgencies)].sort((left, right) => left - right)),
    poolKinds: POOL_KINDS.reduce((mask, kind, bit) => (asked.poolKinds.includes(kind) ? mask | (1 << bit) : mask), 0),
    professions: listOf(asked.professions),
    specialties: listOf(asked.specialties),
    mobilisations: listOf(asked.mobilisations),
    fromDate: asked.fromDate,
    untilDate: asked.untilDate,
  };
}
