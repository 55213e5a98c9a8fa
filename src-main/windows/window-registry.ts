/** Which windows are open, where, and what each remembers; opened again at the next start. */
import type { Log } from '../diagnostics/log.ts';
import type { Host, HostWindow } from '../host/host.ts';
import type { WindowKind } from './window-kinds.ts';
import { isWindowKind, WINDOW_TITLES } from './window-kinds.ts';
import type { WindowLayout, WindowMemory } from './window-layout.ts';
import { visibleBounds } from './window-layout.ts';

/** Where the layout is kept; null when nothing readable is there. */
export interface LayoutKeeper {
  read(): Promise<WindowLayout | null>;
  write(layout: WindowLayout): Promise<void>;
}

export interface RegistryParts {
  readonly host: Pick<Host, 'openWindow' | 'displays'>;
  readonly layout: LayoutKeeper;
  readonly newId: () => string;
  /** Runs something after so many milliseconds; what it returns calls it off. */
  readonly later: (ms: number, work: () => void) => () => void;
  readonly log: Log;
  /** The last window was closed. */
  readonly onNoneLeft: () => void;
}

export interface WindowRegistry {
  /** Opens what was open, or these kinds the first time. */
  restore(firstTime: readonly WindowKind[]): Promise<void>;
  open(kind: WindowKind, subjectId: string | null): Promise<void>;
  list(): readonly { readonly id: string; readonly window: string; readonly title: string }[];
  /** False when there is no such window. */
  focus(id: string): boolean;
  remember(id: string, state: string): void;
  recall(id: string): WindowMemory | null;
  all(): readonly HostWindow[];
  /** Writes down where everything is, now; nothing is written after. */
  settle(): Promise<void>;
}

const WRITE_AFTER_MS = 500;
const CRASHES_BEFORE_GIVING_UP = 3;

interface OpenWindow {
  memory: WindowMemory;
  host: HostWindow;
  crashes: number;
}

export function createWindowRegistry(parts: RegistryParts): WindowRegistry {
  const { host, layout, log } = parts;
  const open = new Map<string, OpenWindow>();
  /** Opening: the page asks for its memory before the host has handed the window over. */
  const opening = new Map<string, WindowMemory>();
  const state = { cancelWrite: null as (() => void) | null, settled: false, reopening: 0 };

  const write = () => layout.write({ windows: [...open.values()].map(({ memory }) => memory) });
  const changed = () => {
    if (state.settled) return;
    state.cancelWrite?.();
    state.cancelWrite = parts.later(WRITE_AFTER_MS, () => {
      write().catch(() => log('windows.layout-not-written'));
    });
  };
  const openOne = async (memory: WindowMemory, crashes = 0) => {
    opening.set(memory.id, memory);
    const bounds = visibleBounds(memory.bounds, host.displays());
    const title = isWindowKind(memory.window) ? WINDOW_TITLES[memory.window] : memory.window;
    const window = await host.openWindow({ id: memory.id, window: memory.window, title, bounds });
    const entry: OpenWindow = { memory: opening.get(memory.id) ?? memory, host: window, crashes };
    opening.delete(memory.id);
    open.set(memory.id, entry);
    window.onMoved((moved) => {
      entry.memory = { ...entry.memory, bounds: moved };
      changed();
    });
    window.onClosed(() => {
      if (open.get(memory.id) === entry) open.delete(memory.id);
      if (state.settled) return;
      // The last layout stays as it was: closing the last window is leaving, not emptying the desk.
      if (open.size > 0) changed();
      else if (state.reopening === 0) parts.onNoneLeft();
    });
    window.onCrashed(() => {
      log('windows.crashed', { window: memory.window, crashes: entry.crashes + 1 });
      void reopen(entry);
    });
    changed();
  };
  const reopen = async (entry: OpenWindow) => {
    state.reopening += 1;
    entry.host.close();
    open.delete(entry.memory.id);
    if (entry.crashes + 1 < CRASHES_BEFORE_GIVING_UP) await openOne(entry.memory, entry.crashes + 1);
    state.reopening -= 1;
    if (open.size === 0) parts.onNoneLeft();
  };
  return {
    async restore(firstTime) {
      const kept = (await layout.read())?.windows.filter(({ window }) => isWindowKind(window)) ?? [];
      const wanted = kept.length > 0 ? kept : firstTime.map((window) => newMemory(parts.newId(), window, null));
      for (const memory of wanted) await openOne(memory);
    },
    async open(kind, subjectId) {
      await openOne(newMemory(parts.newId(), kind, subjectId));
    },
    list: () =>
      [...open.values()].map(({ memory: { id, window } }) => ({
        id,
        window,
        title: isWindowKind(window) ? WINDOW_TITLES[window] : window,
      })),
    focus(id) {
      const found = open.get(id);
      found?.host.focus();
      return found !== undefined;
    },
    remember(id, text) {
      const entry = open.get(id);
      const early = opening.get(id);
      if (entry) entry.memory = { ...entry.memory, state: text };
      else if (early) opening.set(id, { ...early, state: text });
      changed();
    },
    recall: (id) => open.get(id)?.memory ?? opening.get(id) ?? null,
    all: () => [...open.values()].map((entry) => entry.host),
    async settle() {
      state.cancelWrite?.();
      if (!state.settled && open.size > 0) await write();
      state.settled = true;
    },
  };
}

function newMemory(id: string, window: WindowKind, subjectId: string | null): WindowMemory {
  return { id, window, subjectId, bounds: null, state: null };
}
