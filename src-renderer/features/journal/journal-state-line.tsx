import type { JournalState } from '../../../contract/app/journal-contract.ts';
import { formatTime } from '../../text/format.ts';
import { FR_JOURNAL } from '../../text/fr-journal.ts';
import { Pill } from '../../ui/pill.tsx';

const { chain: words } = FR_JOURNAL;
const SMALL = { fontSize: '0.8125rem' };

/** What this workstation could prove, where lines come from, and what is missing: never more than is true (D7). */
export function JournalStateLine({ state }: { readonly state: JournalState }) {
  const { chain, source, held, readAt, truncated, waiting, scope } = state;
  // The empty table says it: there is nothing to prove.
  if (source === 'absent') return null;
  return (
    <>
      {chain.broken !== null && (
        <div className="dk-banner" data-tone="danger" role="alert">
          <strong style={{ whiteSpace: 'nowrap' }}>{words.broken(chain.broken.number)}</strong>
          <span>{chain.broken.message}</span>
          <span>{words.brokenAdvice}</span>
        </div>
      )}
      <section className="dk-bar" aria-label={words.label} aria-live="polite" style={SMALL}>
        {chain.broken === null && <ChainPill state={state} />}
        {chain.gaps > 0 && <span className="dk-quiet">{words.gaps(chain.gaps)}</span>}
        {chain.erased > 0 && scope !== 'technical' && <span className="dk-quiet">{words.erased(chain.erased)}</span>}
        {source === 'reading' && <span>{FR_JOURNAL.reading(held)}</span>}
        {waiting > 0 && <Pill tone="info">{FR_JOURNAL.waiting(waiting)}</Pill>}
        {truncated && <span className="dk-quiet">{FR_JOURNAL.truncated(held)}</span>}
        <span className="dk-grow" />
        {scope !== null && <span className="dk-quiet">{FR_JOURNAL.scopes[scope]}</span>}
      </section>
      {state.message !== null && (
        <div className="dk-banner" data-tone={source === 'review' ? undefined : 'warning'} role="status">
          {source === 'offline' && <strong>{FR_JOURNAL.offline}</strong>}
          <span>{state.message}</span>
          {source === 'offline' && (
            <span>{held > 0 && readAt !== null ? FR_JOURNAL.heldAt(held, readAt) : FR_JOURNAL.ownOnly}</span>
          )}
        </div>
      )}
    </>
  );
}

function ChainPill({ state: { chain, source } }: { readonly state: JournalState }) {
  const { first, last, checkedAt, whole } = chain;
  if (first === null || last === null)
    return source === 'reading' ? null : <span className="dk-quiet">{words.none}</span>;
  return (
    <span title={formatTime(checkedAt)}>
      <Pill tone="success">{words.verified(first, last, checkedAt)}</Pill>
      {whole && <span className="dk-quiet"> {words.toTheEnd}</span>}
    </span>
  );
}
