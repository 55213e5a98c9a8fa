import { formatNumber } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import type { Bar } from './point-rows.ts';

const { point: WORDS } = FR_SNAPSHOTS;

interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  nameOf(key: string): string;
}

/** What is missing against who is free, one pair of bars a line; the figures stand in words beside them. */
export function BarChart({ title, bars, nameOf }: BarChartProps) {
  const most = Math.max(1, ...bars.map(({ remaining, free }) => Math.max(remaining, free)));
  const share = (value: number) => ({ width: `${Math.max(0.5, (value / most) * 100)}%` });
  return (
    <figure className="dk-bars">
      <figcaption>{title}</figcaption>
      <ul className="dk-list">
        {bars.map(({ key, remaining, free }) => (
          <li key={key}>
            <span>{nameOf(key)}</span>
            <span className="dk-quiet dk-number">
              {formatNumber(remaining)} {WORDS.remaining} · {formatNumber(free)} {WORDS.free}
            </span>
            <span className="dk-bar-line" aria-hidden="true">
              <span className="dk-bar-need" style={share(remaining)} />
              <span className="dk-bar-free" style={share(free)} />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
