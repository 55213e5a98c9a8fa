import type { SyncState } from '../../contract/app/sync-state.ts';
import { useDesk } from '../data/desk-context.ts';
import { useLive } from '../data/use-live.ts';
import type { WindowPin } from '../features/workspace/use-window-pin.ts';
import { formatTime } from '../text/format.ts';
import { FR } from '../text/fr.ts';
import { FR_WORKSPACE } from '../text/fr-workspace.ts';
import { agencyLabel, roleLabel } from '../text/labels.ts';
import type { Tone } from '../ui/pill.tsx';
import { Pill } from '../ui/pill.tsx';
import type { FramePart } from './frame-keys.ts';

interface StatusBarProps {
  readonly state: SyncState | null;
  readonly pin: WindowPin;
  onShow(part: FramePart): void;
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
  review: 'info',
};
const words = FR_WORKSPACE;
const CLOCK_TOLERANCE_MS = 60_000;

/** In every window: who, which territory, how fresh, what waits, what conflicts (UX, rules for every window). */
export function StatusBar({ state, pin, onShow }: StatusBarProps) {
  const { client } = useDesk();
  const openOutbox = () => client.windows.open({ window: 'outbox', subjectId: null }).catch(() => undefined);
  const windows = useLive('windows', (desk) => desk.workspace.windows.list(), ['windows']);
  const notices = useLive('notices', (desk) => desk.workspace.notices.list(), ['notices']);
  const unread = (notices.value?.notices ?? []).filter(({ read }) => !read).length;
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
      <button
        type="button"
        className="dk-link"
        aria-pressed={pin.pinned !== null}
        aria-keyshortcuts="g"
        disabled={pin.impossible}
        title={pin.impossible ? words.pin.nothing : `${words.pin.pin} (G)`}
        onClick={pin.toggle}
      >
        {pin.pinned === null ? words.status.pin : words.status.pinned}
      </button>
      <button type="button" className="dk-link" aria-keyshortcuts="Control+J" onClick={() => onShow('windows')}>
        {words.status.windows(windows.value?.length ?? 1)}
      </button>
      <button type="button" className="dk-link" aria-keyshortcuts="Control+L" onClick={() => onShow('log')}>
        {words.status.log}
      </button>
      <button type="button" className="dk-link" aria-keyshortcuts="Control+M" onClick={() => onShow('notices')}>
        {unread > 0 ? <Pill tone="info">{words.status.notices(unread)}</Pill> : words.status.notices(0)}
      </button>
      <button type="button" className="dk-link" title={FR.status.palette} onClick={() => onShow('palette')}>
        Ctrl+K
      </button>
      <button
        type="button"
        className="dk-link"
        aria-label={FR.status.help}
        title={FR.status.help}
        onClick={() => onShow('help')}
      >
        ?
      </button>
    </footer>
  );
}

function personLine({ person }: SyncState): string {
  if (person === null) return FR.status.nobody;
  const scope = person.agency === null ? FR.status.national : agencyLabel(person.agency);
  return `${person.name} · ${roleLabel(person.role)} · ${scope}`;
}
