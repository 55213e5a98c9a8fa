/** How tense a cell is, in five levels with their words: the colour only helps. Pure. */
import type { BalanceCell } from '../../../contract/app/nation-contract.ts';

/** 0: no post to fill. The bounds are remaining posts for each free person, plus one (DOMAIN §2.8). */
export const LEVEL_BOUNDS = [0.5, 1, 2] as const;

export function levelOf({ posts, tension }: Pick<BalanceCell, 'posts' | 'tension'>): 0 | 1 | 2 | 3 | 4 {
  if (posts === 0) return 0;
  const [easy, fair, tense] = LEVEL_BOUNDS;
  return tension < easy ? 1 : tension < fair ? 2 : tension < tense ? 3 : 4;
}
