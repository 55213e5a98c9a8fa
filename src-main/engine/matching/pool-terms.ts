/** What a person's pools mean to matching. */
import type { PoolKind } from '../../../contract/domain/pool.ts';
import { POOL_KINDS } from '../../../contract/domain/pool.ts';
import type { PoolRow } from '../../../contract/national/rows/regulation-rows.ts';

export interface PoolTerms {
  /** Bit i = POOL_KINDS[i]. */
  readonly kinds: number;
  /** Only territorial pools, beside the Réserve sanitaire, hold the person. */
  readonly isTerritorialOnly: boolean;
  /** Their ids, as far as they are known. */
  readonly territorial: readonly string[];
}

const bitOf = (kind: PoolKind): number => 1 << POOL_KINDS.indexOf(kind);
export const TERRITORIAL: number = bitOf('territorial');
export const UNLISTED: number = bitOf('reserve-sanitaire');

/** Reads pools once for all who are in the same ones. */
export function createPoolReader(
  poolOf: (id: string) => Pick<PoolRow, 'kind'> | undefined,
): (pools: string, poolKinds: number) => PoolTerms {
  const known = new Map<string, PoolTerms>();
  return (pools, poolKinds) => {
    const key = `${poolKinds} ${pools}`;
    const made = known.get(key) ?? read(JSON.parse(pools) as string[], poolKinds, poolOf);
    known.set(key, made);
    return made;
  };
}

function read(
  ids: readonly string[],
  poolKinds: number,
  poolOf: (id: string) => Pick<PoolRow, 'kind'> | undefined,
): PoolTerms {
  let kinds = poolKinds;
  const territorial: string[] = [];
  for (const id of ids) {
    const kind = poolOf(id)?.kind;
    if (kind === undefined) continue;
    kinds |= bitOf(kind as PoolKind);
    if (kind === 'territorial') territorial.push(id);
  }
  const isRestricted = kinds !== 0 && (kinds & ~(TERRITORIAL | UNLISTED)) === 0;
  return { kinds, isTerritorialOnly: isRestricted && (kinds & TERRITORIAL) !== 0, territorial };
}
