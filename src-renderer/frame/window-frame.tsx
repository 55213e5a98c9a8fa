import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useSyncState } from '../data/use-sync-state.ts';
import { FirstRun } from '../features/first-run/first-run.tsx';
import { FR } from '../text/fr.ts';
import { isTyping } from '../ui/is-typing.ts';
import { LoadingLines } from '../ui/loading-lines.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { StatusBar } from './status-bar.tsx';
import { SyncBanner } from './sync-banner.tsx';

/** Around every window: banner, status bar, palette, shortcuts; the sign-in screen when nobody is there. */
export function WindowFrame({ children }: { readonly children: ReactNode }) {
  const sync = useSyncState();
  const [shown, setShown] = useState<'palette' | 'help' | null>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') setShown('palette');
      else if (event.key === '?' && !isTyping(event.target)) setShown('help');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  if (sync.value?.connection === 'signed-out') return <FirstRun state={sync.value} />;
  return (
    <div className="dk-window">
      <div>{sync.value !== null && <SyncBanner state={sync.value} />}</div>
      <main className="dk-window-main">
        {sync.value === null ? <LoadingLines label={FR.loading} count={20} /> : children}
      </main>
      <StatusBar state={sync.value} onPalette={() => setShown('palette')} onHelp={() => setShown('help')} />
      {shown === 'palette' && <CommandPalette onClose={() => setShown(null)} />}
      {shown === 'help' && <ShortcutSheet onClose={() => setShown(null)} />}
    </div>
  );
}
