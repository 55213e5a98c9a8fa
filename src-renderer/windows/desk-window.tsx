import { useDesk } from '../data/desk-context.ts';
import { useLive } from '../data/use-live.ts';
import { DecisionProvider } from '../decisions/decision-provider.tsx';
import { LockCover } from '../frame/lock-cover.tsx';
import { useKeptTheme } from '../frame/use-kept-theme.ts';
import { useLock } from '../frame/use-lock.ts';
import { WindowFrame } from '../frame/window-frame.tsx';
import { FR } from '../text/fr.ts';
import { LoadingLines } from '../ui/loading-lines.tsx';
import { StatePanel } from '../ui/state-panel.tsx';
import { contentOf } from './content-of.tsx';

/** A window learns from main which one it is, and what it held. */
export function DeskWindow() {
  useKeptTheme();
  const { selection } = useDesk();
  const lock = useLock();
  const recalled = useLive(
    'recall',
    async (client) => {
      const [memory, pinned] = await Promise.all([client.windows.recall(), client.workspace.windows.pinned()]);
      if (pinned !== null) selection.pin(pinned);
      return memory;
    },
    [],
  );
  if (recalled.value === null)
    return recalled.fault === null ? (
      <LoadingLines label={FR.loading} count={20} />
    ) : (
      <StatePanel alarming title={recalled.fault.sentence}>
        {FR.readingIsSafe}
      </StatePanel>
    );
  return (
    <DecisionProvider>
      <WindowFrame kind={recalled.value.window} locked={lock.locked}>
        {contentOf(recalled.value)}
      </WindowFrame>
      <LockCover lock={lock} />
    </DecisionProvider>
  );
}
