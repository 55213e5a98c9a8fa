import type { AlertSheet } from '../../../contract/app/nation-contract.ts';
import { IntentPill } from '../../decisions/intent-pill.tsx';
import { formatMoment } from '../../text/format.ts';
import { FR_NATION } from '../../text/fr-nation.ts';
import { Pill } from '../../ui/pill.tsx';

/** The talk between the ARS and the CCS under an alert, oldest first. */
export function ThreadList({ thread }: { readonly thread: AlertSheet['thread'] }) {
  if (thread.length === 0) return <p className="dk-quiet">{FR_NATION.alerts.noMessage}</p>;
  return (
    <ol className="dk-list">
      {thread.map((line) => (
        <li key={`${line.at} ${line.text}`}>
          <Pill tone={line.side === 'ccs' ? 'info' : 'neutral'}>{FR_NATION.alerts.sides[line.side]}</Pill>{' '}
          <strong>{line.author}</strong> <span className="dk-quiet">{formatMoment(line.at)}</span>{' '}
          {line.state !== 'confirmed' && <IntentPill state={line.state} />}
          <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{line.text}</div>
        </li>
      ))}
    </ol>
  );
}
