/** How many people are free for a post, in classes that the map shades and hatches and the table writes. */
import type { TerritoryBalance } from '../../../contract/app/map-contract.ts';

export type BalanceLine = TerritoryBalance['lines'][number];

/** From "no need" to "nobody": the place in the list is the shade and the density of the hatch. */
export const BALANCE_CLASSES = ['none', 'ample', 'enough', 'tight', 'short', 'nobody'] as const;
export type BalanceClass = (typeof BALANCE_CLASSES)[number];

/** @example balanceClass({ posts: 4, free: 6 }) // 'tight' */
export function balanceClass({ posts, free }: Pick<BalanceLine, 'posts' | 'free'>): BalanceClass {
  if (posts === 0) return 'none';
  if (free === 0) return 'nobody';
  const each = free / posts;
  if (each < 1) return 'short';
  if (each < 2) return 'tight';
  return each < 5 ? 'enough' : 'ample';
}

/** The tensest first; equal ones by posts, then by code. */
export function byTension(lines: readonly BalanceLine[]): readonly BalanceLine[] {
  const tension = (line: BalanceLine) => BALANCE_CLASSES.indexOf(balanceClass(line));
  return [...lines].sort(
    (left, right) =>
      tension(right) - tension(left) || right.posts - left.posts || left.departement.localeCompare(right.departement),
  );
}
