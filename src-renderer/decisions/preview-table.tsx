import type { Preview } from '../../contract/app/decision.ts';
import { FR } from '../text/fr.ts';
import type { Tone } from '../ui/pill.tsx';
import { Pill } from '../ui/pill.tsx';

const TONES: Readonly<Record<Preview['rows'][number]['outcome'], Tone>> = {
  changes: 'info',
  unchanged: 'neutral',
  invalid: 'danger',
};

/** How many change, how many do not and why, and what will follow. */
export function PreviewTable({ preview }: { readonly preview: Preview }) {
  const { counts, rows, consequences } = preview;
  const hidden = counts.changes + counts.unchanged + counts.invalid - rows.length;
  return (
    <>
      <div style={{ display: 'flex', gap: 8, marginBottom: 8 }}>
        <Pill tone="info">{FR.decision.willChange(counts.changes)}</Pill>
        {counts.unchanged > 0 && <Pill>{FR.decision.unchanged(counts.unchanged)}</Pill>}
        {counts.invalid > 0 && <Pill tone="danger">{FR.decision.invalid(counts.invalid)}</Pill>}
      </div>
      {consequences.length > 0 && (
        <>
          <strong>{FR.decision.consequences}</strong>
          <ul style={{ margin: '4px 0 10px', paddingLeft: 20 }}>
            {consequences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="dk-scroll" style={{ maxHeight: 280 }} aria-label={FR.decision.preview} tabIndex={0}>
        <table className="dk-plain">
          <thead>
            <tr>
              <th>{FR.decision.what}</th>
              <th>{FR.decision.before}</th>
              <th>{FR.decision.after}</th>
              <th>{FR.decision.remarks}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a mission has a row for each person, and rows are frozen
              <tr key={`${row.subjectId} ${place}`}>
                <td>{row.label}</td>
                <td className="dk-no-wrap">{row.before}</td>
                <td className="dk-no-wrap">{row.outcome === 'changes' ? <strong>{row.after}</strong> : row.after}</td>
                <td>
                  {row.outcome !== 'changes' && <Pill tone={TONES[row.outcome]}>{FR.outcome[row.outcome]}</Pill>}{' '}
                  {row.remarks.join(' ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {hidden > 0 && <p className="dk-quiet">{FR.decision.moreRows(hidden)}</p>}
      </section>
    </>
  );
}
