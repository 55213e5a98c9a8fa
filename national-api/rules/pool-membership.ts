/** One person, several memberships (vivier unique): the list of pools and the bit mask that openings test (DOMAIN §6). */
import type { PoolKind } from '../../contract/domain/pool.ts';
import { POOL_KINDS } from '../../contract/domain/pool.ts';
import type { Stored } from '../kernel/unit-of-work.ts';

/** @example poolBit('student-reserve') // 1 */
export function poolBit(kind: string): number {
  const bit = POOL_KINDS.indexOf(kind as PoolKind);
  if (bit < 0) throw new RangeError(`Unknown pool kind: ${kind}`);
  return 1 << bit;
}

type Membership = Pick<Stored<'candidate'>, 'pools' | 'poolKinds'>;

const listed = ({ pools }: Membership): readonly string[] => JSON.parse(pools) as string[];

export function isMember(candidate: Membership, poolId: string): boolean {
  return listed(candidate).includes(poolId);
}

export function withPool(candidate: Membership, pool: Pick<Stored<'pool'>, 'id' | 'kind'>): Membership {
  const pools = [...new Set([...listed(candidate), pool.id])].sort();
  return { pools: JSON.stringify(pools), poolKinds: candidate.poolKinds | poolBit(pool.kind) };
}

/** @param remaining the pools the person stays in: a kind goes only with the last pool of it */
export function withoutPool(
  candidate: Membership,
  pool: Pick<Stored<'pool'>, 'id' | 'kind'>,
  remaining: readonly Pick<Stored<'pool'>, 'id' | 'kind'>[],
): Membership {
  const pools = listed(candidate).filter((id) => id !== pool.id);
  const stays = remaining.some(({ id, kind }) => id !== pool.id && kind === pool.kind);
  const poolKinds = stays ? candidate.poolKinds : candidate.poolKinds & ~poolBit(pool.kind);
  return { pools: JSON.stringify(pools), poolKinds };
}

/** Both memberships, for a merge. */
export function withBoth(one: Membership, other: Membership): Membership {
  const pools = [...new Set([...listed(one), ...listed(other)])].sort();
  return { pools: JSON.stringify(pools), poolKinds: one.poolKinds | other.poolKinds };
}
