import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { useLastMission } from '../data/use-last-mission.ts';
import { useSyncState } from '../data/use-sync-state.ts';
import { useDecisions } from '../decisions/decision-context.ts';
import { FirstRun } from '../features/first-run/first-run.tsx';
import { ReviewBanner } from '../features/review/review-banner.tsx';
import { LogDialog } from '../features/workspace/log-dialog.tsx';
import { NoticesDialog } from '../features/workspace/notices-dialog.tsx';
import { PinBar } from '../features/workspace/pin-bar.tsx';
import { PresenceBar } from '../features/workspace/presence-bar.tsx';
import { RowMenu } from '../features/workspace/row-menu.tsx';
import { useWindowPin } from '../features/workspace/use-window-pin.ts';
import { WindowsDialog } from '../features/workspace/windows-dialog.tsx';
import { FR } from '../text/fr.ts';
import { LoadingLines } from '../ui/loading-lines.tsx';
import { CommandPalette } from './command-palette.tsx';
import type { FramePart } from './frame-keys.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { StatusBar } from './status-bar.tsx';
import { SyncBanner } from './sync-banner.tsx';
import { useFrameKeys } from './use-frame-keys.ts';
import { useFrameOrders } from './use-frame-orders.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useSignedOut } from './use-signed-out.ts';
import { useWayToRows } from './use-way-to-rows.ts';

/** Kinds of windows that have the mission chosen open: colleagues are told. */
const ABOUT_MISSIONS = ['missions', 'candidates', 'board', 'map'];

/** Reading a snapshot asks for no account. */
const NEEDS_NOBODY: ReadonlySet<string> = new Set(['review']);

interface WindowFrameProps {
  readonly kind: string;
  /** Is the window covered? */
  readonly locked: boolean;
  readonly children: ReactNode;
}

/** Around every window: banner, pin, status bar, palette, shortcuts, windows; the sign-in screen when nobody is there. */
export function WindowFrame({ kind, locked, children }: WindowFrameProps) {
  const sync = useSyncState();
  const { undo } = useDecisions();
  const pin = useWindowPin();
  const mission = useLastMission();
  const [shown, setShown] = useState<FramePart | null>(null);
  const show = useCallback((part: FramePart) => setShown(part), []);
  useFrameKeys(show, pin);
  useFrameOrders(show, undo);
  useKeptFocus();
  useWayToRows();
  const signedOut = useSignedOut(sync.value?.connection ?? null, locked);
  if (sync.value !== null && signedOut && !NEEDS_NOBODY.has(kind)) return <FirstRun state={sync.value} />;
  const close = () => setShown(null);
  return (
    <div className="dk-window">
      <div>
        <ReviewBanner />
        {sync.value !== null && <SyncBanner state={sync.value} />}
        <PinBar pin={pin} />
      </div>
      <main className="dk-window-main">
        {sync.value === null ? <LoadingLines label={FR.loading} count={20} /> : children}
        <RowMenu />
      </main>
      <div>
        {/* Below: whoever comes never moves the rows under the pointer. */}
        <PresenceBar missionId={ABOUT_MISSIONS.includes(kind) ? mission : null} />
        <StatusBar state={sync.value} pin={pin} onShow={show} />
      </div>
      {shown === 'palette' && <CommandPalette kind={kind} pin={pin} onShow={show} onClose={close} />}
      {shown === 'help' && <ShortcutSheet kind={kind} onClose={close} />}
      {shown === 'windows' && <WindowsDialog onClose={close} />}
      {shown === 'notices' && <NoticesDialog onClose={close} />}
      {shown === 'log' && <LogDialog onClose={close} />}
    </div>
  );
}
