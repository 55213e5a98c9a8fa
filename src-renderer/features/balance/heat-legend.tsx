import { FR_BALANCE } from '../../text/fr-balance.ts';

/** What shades and bars mean, in words. */
export function HeatLegend() {
  return (
    <span className="dk-legend" role="note" aria-label={FR_BALANCE.legend} title={FR_BALANCE.levelHelp}>
      {FR_BALANCE.levels.map((label, level) => (
        <span key={label}>
          <span className="dk-legend-mark" data-level={level} aria-hidden="true" />
          {label}
        </span>
      ))}
    </span>
  );
}
