import type { DeskClient } from '../data/desk-client.ts';
import { FR } from '../text/fr.ts';

export interface PaletteEntry {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  run(): void;
}

/** The commands whose words hold the text: windows, undo, synchronise, sign out, theme. */
export function paletteCommands(
  text: string,
  client: DeskClient,
  undo: () => void,
  setTheme: (theme: 'auto' | 'light' | 'dark') => void,
): readonly PaletteEntry[] {
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  const windows = Object.entries(FR.windows).map(([window, title]) => ({
    key: `open ${window}`,
    label: FR.palette.open(title),
    detail: '',
    run: () => quietly(client.windows.open({ window, subjectId: null })),
  }));
  const themes = (['auto', 'light', 'dark'] as const).map((theme) => ({
    key: `theme ${theme}`,
    label: FR.palette.theme[theme],
    detail: '',
    run: () => setTheme(theme),
  }));
  const others = [
    { key: 'undo', label: FR.palette.undo, detail: 'Z', run: undo },
    { key: 'sync', label: FR.palette.syncNow, detail: '', run: () => quietly(client.sync.now()) },
    { key: 'sign-out', label: FR.palette.signOut, detail: '', run: () => quietly(client.session.signOut()) },
  ];
  return [...windows, ...others, ...themes].filter(({ label }) => fold(label).includes(fold(text)));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
