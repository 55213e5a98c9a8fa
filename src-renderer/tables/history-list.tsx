import type { MissionSheet } from '../../contract/app/sheets.ts';
import { IntentPill } from '../decisions/intent-pill.tsx';
import { formatMoment } from '../text/format.ts';
import { FR } from '../text/fr.ts';

/** What happened, newest first as it is given; what is not confirmed yet says so. */
export function HistoryList({ lines }: { readonly lines: MissionSheet['history'] }) {
  if (lines.length === 0) return <p className="dk-quiet">{FR.missions.noHistory}</p>;
  return (
    <ol className="dk-list">
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a batch writes many lines of one instant and the same words
        <li key={`${line.at} ${line.title} ${line.detail} ${place}`}>
          <strong>{line.title}</strong> {line.state !== 'confirmed' && <IntentPill state={line.state} />}
          {line.detail !== null && <div>{line.detail}</div>}
          <div className="dk-quiet">
            {formatMoment(line.at)}
            {line.author === null ? '' : ` · ${line.author}`}
          </div>
        </li>
      ))}
    </ol>
  );
}
