import { inPairs } from '../../tables/phone-link.tsx';
import { formatHours, formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import type { Holder } from './blocked-rows.ts';

interface HolderListProps {
  readonly holders: readonly Holder[];
  readonly total: number;
  /** How many are blocked, how many to remind. */
  readonly summary: string;
  readonly shown: string | null;
  onShow(establishmentId: string | null): void;
}

/** Who holds people, how many, how long, and the number to call: one press shows only theirs. */
export function HolderList({ holders, total, summary, shown, onShow }: HolderListProps) {
  return (
    <SidePanel label={FR_WINDOWS.blocked.panel} width={300}>
      <h2>{summary}</h2>
      <p className="dk-quiet">{FR_WINDOWS.blocked.intro}</p>
      <h3>{FR.blocked.byEstablishment}</h3>
      <ul className="dk-list">
        <li>
          <button type="button" className="dk-link" aria-pressed={shown === null} onClick={() => onShow(null)}>
            {FR.blocked.everybody} ({formatNumber(total)})
          </button>
        </li>
        {holders.map((holder) => (
          <li key={holder.id} style={shown === holder.id ? { background: 'var(--desk-row-chosen)', padding: 6 } : {}}>
            <button
              type="button"
              className="dk-link"
              aria-pressed={shown === holder.id}
              onClick={() => onShow(shown === holder.id ? null : holder.id)}
            >
              {holder.name}
            </button>
            <div>{FR.blocked.holding(holder.holding, formatHours(holder.medianHours))}</div>
            {holder.phone === null ? (
              <div className="dk-quiet">{FR_WINDOWS.blocked.noPhone}</div>
            ) : (
              <a
                className="dk-link dk-number"
                href={`tel:${holder.phone}`}
                aria-label={`${FR_WINDOWS.blocked.phoneOf(holder.name)} : ${holder.phone}`}
              >
                {inPairs(holder.phone)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
