import type { z } from 'zod';
import type { supplySchema } from '../../../contract/app/sheets.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';

export type Supply = z.infer<typeof supplySchema>;
type Wall = Supply['walls'][number];

const MOST_WALLS = 4;

/** @example relaxedWords({ wall: 'weekends', label: '…', gain: 14 }) // 'sans le week-end : +14' */
export function relaxedWords({ wall, label, gain }: Wall): string {
  const words = FR_WINDOWS.nearMiss.relaxed[wall] ?? label.replace(/\.$/, '');
  return `${words} : ${FR_WINDOWS.nearMiss.gain(gain)}`;
}

/** The walls whose relaxation alone would bring somebody, the cheapest first (D10). */
export function usefulWalls(walls: readonly Wall[]): readonly Wall[] {
  return walls
    .filter(({ gain }) => gain > 0)
    .sort((left, right) => right.gain - left.gain)
    .slice(0, MOST_WALLS);
}

/** One line above the list: "sans le week-end : +14 · sans le véhicule : +6". */
export function NearMissStrip({ walls }: { readonly walls: readonly Wall[] }) {
  const useful = usefulWalls(walls);
  if (useful.length === 0) return null;
  return (
    <p style={{ margin: 0 }}>
      <span className="dk-quiet">{FR_WINDOWS.nearMiss.label} : </span>
      {useful.map((wall, at) => (
        <span key={wall.wall} title={wall.label}>
          {at > 0 && ' · '}
          <strong>{relaxedWords(wall)}</strong>
        </span>
      ))}
    </p>
  );
}
