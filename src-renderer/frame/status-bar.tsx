import type { SyncState } from '../../contract/app/sync-state.ts';
import { useDesk } from '../data/desk-context.ts';
import { formatTime } from '../text/format.ts';
import { FR } from '../text/fr.ts';
import { agencyLabel, roleLabel } from '../text/labels.ts';
import type { Tone } from '../ui/pill.tsx';
import { Pill } from '../ui/pill.tsx';

interface StatusBarProps {
  readonly state: SyncState | null;
  onPalette(): void;
  onHelp(): void;
}

const TONES: Readonly<Record<SyncState['connection'], Tone>> = {
  'signed-out': 'danger',
  'first-sync': 'info',
  'up-to-date': 'success',
  synchronising: 'info',
  offline: 'warning',
  'session-expired': 'danger',
  'no-right': 'danger',
  paused: 'warning',
};
const CLOCK_TOLERANCE_MS = 60_000;

/** In every window: who, which territory, how fresh, what waits, what conflicts (UX, rules for every window). */
export function StatusBar({ state, onPalette, onHelp }: StatusBarProps) {
  const { client } = useDesk();
  const openOutbox = () => client.windows.open({ window: 'outbox', subjectId: null }).catch(() => undefined);
  return (
    <footer className="dk-status">
      {state === null ? (
        <span>{FR.loading}</span>
      ) : (
        <>
          <span className="dk-status-item" title={state.message ?? undefined}>
            <span className="dk-dot" data-tone={TONES[state.connection]} aria-hidden="true" />
            <strong>{FR.status.connections[state.connection]}</strong>
          </span>
          <span>{personLine(state)}</span>
          <span className="dk-quiet">
            {state.lastSyncAt === null ? FR.status.never : FR.status.lastSync(formatTime(state.lastSyncAt))}
          </span>
          {state.waiting > 0 && (
            <button type="button" className="dk-link" onClick={openOutbox}>
              {FR.status.waiting(state.waiting)}
            </button>
          )}
          {state.conflicts > 0 && (
            <button type="button" className="dk-link" onClick={openOutbox}>
              <Pill tone="danger">{FR.status.conflicts(state.conflicts)}</Pill>
            </button>
          )}
          {state.refused > 0 && (
            <button type="button" className="dk-link" onClick={openOutbox}>
              <Pill tone="danger">{FR.status.refused(state.refused)}</Pill>
            </button>
          )}
          {Math.abs(state.clockAheadMs ?? 0) > CLOCK_TOLERANCE_MS && <Pill tone="warning">{FR.status.clock}</Pill>}
        </>
      )}
      <span className="dk-grow" />
      <button type="button" className="dk-link" onClick={onPalette}>
        {FR.status.palette}
      </button>
      <button type="button" className="dk-link" onClick={onHelp}>
        {FR.status.help}
      </button>
    </footer>
  );
}

function personLine({ person }: SyncState): string {
  if (person === null) return FR.status.nobody;
  const scope = person.agency === null ? FR.status.national : agencyLabel(person.agency);
  return `${person.name} · ${roleLabel(person.role)} · ${scope}`;
}
