/** A stored candidate, with all their proposals, as the candidate that the rules of contract/domain speak of. */
import type { Candidate } from '../../contract/domain/candidate.ts';
import { candidateFactsOf } from '../../contract/national/facts/candidate-facts.ts';
import { promisedDays } from '../../contract/national/facts/promised-days.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { personEngagement } from './person-engagement.ts';

/** The rows of the pools that a person is in. */
export async function poolsOf(work: UnitOfWork, row: Stored<'candidate'>): Promise<readonly Stored<'pool'>[]> {
  const ids = JSON.parse(row.pools) as string[];
  await work.load('pool', ids);
  const pools = await Promise.all(ids.map((id) => work.get('pool', id)));
  return pools.filter((pool) => pool !== null);
}

/** @param proposals every proposal of the person: engagement is read from them, not from the derived columns */
export function candidateFacts(
  row: Stored<'candidate'>,
  proposals: readonly Stored<'proposal'>[],
  pools: readonly Stored<'pool'>[],
  now: number,
): Candidate {
  const { engagement, openProposals } = personEngagement(proposals, now);
  return candidateFactsOf(row, pools, { engagement, openProposals, assignments: promisedDays(proposals, now) });
}
