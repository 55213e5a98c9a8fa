/** Draws a key as often as its share says. */
import { createWeightedDraw } from '../../contract/domain/geography/weighted-draw.ts';
import type { Shares } from './proportions.ts';
import type { Random } from './random.ts';

/** @example const fate = shareDraw({ live: 3, ended: 1 }); fate(random); // 'live', three times in four */
export function shareDraw<Key extends string>(shares: Shares<Key>): (random: Random) => Key {
  const entries = Object.entries(shares) as [Key, number][];
  const draw = createWeightedDraw(entries, ([, share]) => share);
  return (random) => draw(random.unit())[0];
}
