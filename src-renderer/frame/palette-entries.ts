/** What the palette offers beside what it finds: acts of this window, windows, layouts, and commands for all. */
import type { LayoutLine, OpenWindowLine } from '../../contract/app/workspace-contract.ts';
import type { DeskClient } from '../data/desk-client.ts';
import type { WindowActs } from '../data/window-acts.ts';
import type { PutSearch } from '../data/window-search.ts';
import { FR } from '../text/fr.ts';
import { FR_WORKSPACE } from '../text/fr-workspace.ts';
import type { FramePart } from './frame-keys.ts';

export interface PaletteEntry {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  run(): void;
}

export interface PaletteGround {
  readonly client: DeskClient;
  readonly acts: WindowActs | null;
  readonly windows: readonly OpenWindowLine[];
  readonly kinds: readonly { readonly window: string; readonly title: string }[];
  readonly layouts: readonly LayoutLine[];
  readonly pinned: boolean;
  undo(): void;
  togglePin(): void;
  setTheme(theme: 'auto' | 'light' | 'dark'): void;
  show(part: FramePart): void;
}

const { palette: words } = FR_WORKSPACE;
const LONGEST_SEARCH = 100;

/** The commands whose words hold every word of the text, accents folded. */
export function paletteCommands(text: string, ground: PaletteGround): readonly PaletteEntry[] {
  const { client } = ground;
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  const { acts } = ground;
  const own = (acts?.acts ?? [])
    .filter(({ enabled }) => enabled)
    .map(({ key, label, run }) => ({
      key: `act ${key ?? ''} ${label}`,
      label: `${label} · ${acts?.about ?? ''}`,
      detail: key === null ? words.inWindow : key.toUpperCase(),
      run,
    }));
  const open = ground.windows
    .filter(({ mine }) => !mine)
    .map(({ id, title }) => ({
      key: `focus ${id}`,
      label: words.focus(title),
      detail: words.window,
      run: () => quietly(client.windows.focus({ id })),
    }));
  const layouts = ground.layouts.map(({ id, name }, index) => ({
    key: `layout ${id}`,
    label: words.apply(name),
    detail: index < 9 ? `Ctrl Alt ${index + 1}` : words.layout,
    run: () => quietly(client.workspace.layouts.apply({ id })),
  }));
  const kinds = ground.kinds.map(({ window, title }) => ({
    key: `open ${window}`,
    label: FR.palette.open(title),
    detail: '',
    run: () => quietly(client.windows.open({ window, subjectId: null })),
  }));
  const mine = ground.windows.find((one) => one.mine)?.id;
  const close =
    mine === undefined
      ? []
      : [command('close', words.close, '', () => quietly(client.workspace.windows.close({ id: mine })))];
  const others = [
    command('pin', ground.pinned ? FR_WORKSPACE.pin.unpin : FR_WORKSPACE.pin.pin, 'G', ground.togglePin),
    command('windows', words.windowsAndLayouts, 'Ctrl J', () => ground.show('windows')),
    command('save-layout', words.saveLayout, '', () => ground.show('windows')),
    command('notices', words.notices, 'Ctrl M', () => ground.show('notices')),
    command('log', words.log, 'Ctrl L', () => ground.show('log')),
    command('help', words.help, '?', () => ground.show('help')),
    command('undo', FR.palette.undo, 'Ctrl Z', ground.undo),
    command('sync', FR.palette.syncNow, '', () => quietly(client.sync.now())),
    command('reopen', words.reopen, '', () => quietly(client.workspace.windows.reopen())),
    ...close,
    command('sign-out', FR.palette.signOut, '', () => quietly(client.session.signOut())),
  ];
  const themes = (['auto', 'light', 'dark'] as const).map((theme) =>
    command(`theme ${theme}`, FR.palette.theme[theme], '', () => ground.setTheme(theme)),
  );
  const wanted = fold(text).split(' ').filter(Boolean);
  return [...own, ...open, ...layouts, ...kinds, ...others, ...themes].filter(({ label }) => {
    const folded = fold(label);
    return wanted.every((word) => folded.includes(word));
  });
}

/** Puts what was typed where this window searches, whatever else was found. */
export function filterEntry(text: string, search: PutSearch | null): PaletteEntry | null {
  if (text === '' || search === null) return null;
  return command('filter', words.filter(text), words.filterKey, () => search(text.slice(0, LONGEST_SEARCH)));
}

function command(key: string, label: string, detail: string, run: () => void): PaletteEntry {
  return { key, label, detail, run };
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
