/** Which windows are open, where, and what each remembers; opened again at the next start. */
import type { Subject } from '../../contract/app/workspace-contract.ts';
import type { Log } from '../diagnostics/log.ts';
import type { Bounds, Host, HostWindow } from '../host/host.ts';
import { homeOf, placeWindow } from './place-windows.ts';
import type { WindowKind } from './window-kinds.ts';
import { isWindowKind, WINDOW_TITLES } from './window-kinds.ts';
import type { LayoutKeeper, NamedLayout, WindowMemory } from './window-layout.ts';

export interface RegistryParts {
  readonly host: Pick<Host, 'openWindow' | 'displays'>;
  readonly layout: LayoutKeeper;
  readonly newId: () => string;
  /** Runs something after so many milliseconds; what it returns calls it off. */
  readonly later: (ms: number, work: () => void) => () => void;
  readonly log: Log;
  /** The last window was closed. */
  readonly onNoneLeft: () => void;
  /** Windows were opened, closed, pinned. */
  readonly onChanged: () => void;
}

export interface WindowLine {
  readonly id: string;
  readonly window: string;
  readonly title: string;
  readonly pinned: boolean;
}

export interface WindowRegistry {
  /** Opens what was open, or these kinds the first time. */
  restore(firstTime: readonly WindowKind[]): Promise<void>;
  /** A new window; one of its kind that was closed comes back with its filters. @param state in place of those */
  open(kind: WindowKind, subjectId: string | null, state?: string): Promise<void>;
  /** A new window on a snapshot that is open. */
  openReview(kind: WindowKind, review: string): Promise<void>;
  /** Which snapshot a window shows; null: the present. */
  reviewOf(id: string): string | null;
  /** Goes to the window of that kind that follows the selection, or opens one. */
  goTo(kind: WindowKind): Promise<void>;
  /** Whether one of its kind is open that follows the selection. */
  hasFollower(kind: WindowKind): boolean;
  list(): readonly WindowLine[];
  /** False when there is no such window. */
  focus(id: string): boolean;
  close(id: string): boolean;
  /** The window closed last; false when none was. */
  reopen(): Promise<boolean>;
  remember(id: string, state: string): void;
  recall(id: string): WindowMemory | null;
  pin(id: string, subject: Subject | null): boolean;
  /** The windows as they stand, with what each remembers. */
  memories(): readonly WindowMemory[];
  /** Brings the windows to these: those of a kind that are open move and keep their filters, others open, the rest close. */
  arrangeAs(wanted: readonly WindowMemory[]): Promise<void>;
  named(): readonly NamedLayout[];
  keepNamed(layouts: readonly NamedLayout[]): void;
  /** The displays are others: every window goes where it can be seen, and home when its display is back. */
  displaysChanged(): void;
  all(): readonly HostWindow[];
  /** Writes down where everything is, now; nothing is written after. */
  settle(): Promise<void>;
}

const WRITE_AFTER_MS = 500;
/** Systems move windows before or after they say that a display is gone: only what stands this long was a person's. */
const HOME_AFTER_MS = 800;
const CRASHES_BEFORE_GIVING_UP = 3;
const MOST_CLOSED = 20;
const MOST_WINDOWS = 40;

interface OpenWindow {
  memory: WindowMemory;
  host: HostWindow;
  crashes: number;
  /** Where it was moved, until it is known to be a person's choice. */
  moved: Bounds | null;
}

export function createWindowRegistry(parts: RegistryParts): WindowRegistry {
  return new Registry(parts);
}

class Registry implements WindowRegistry {
  readonly #parts: RegistryParts;
  readonly #open = new Map<string, OpenWindow>();
  /** Opening: the page asks for its memory before the host has handed the window over. */
  readonly #opening = new Map<string, WindowMemory>();
  #closed: readonly WindowMemory[] = [];
  #named: readonly NamedLayout[] = [];
  #cancelWrite: (() => void) | null = null;
  #cancelHome: (() => void) | null = null;
  /** Windows are being moved by displays that come and go: none of it is a person's choice. */
  #arranging = false;
  #settled = false;
  #reopening = 0;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
  }

  async restore(firstTime: readonly WindowKind[]): Promise<void> {
    const kept = await this.#parts.layout.read();
    this.#closed = kept?.closed ?? [];
    this.#named = kept?.named ?? [];
    const known = kept?.windows.filter(({ window }) => isWindowKind(window)) ?? [];
    const wanted = known.length > 0 ? known : firstTime.map((window) => this.#new(window, null));
    for (const memory of wanted) await this.#openOne(memory);
  }

  async open(kind: WindowKind, subjectId: string | null, state?: string): Promise<void> {
    if (this.#open.size >= MOST_WINDOWS) return;
    if (state !== undefined) return this.#openOne({ ...this.#new(kind, subjectId), state });
    const kept = this.#closed.find((one) => one.window === kind && one.subjectId === subjectId);
    if (kept === undefined) return this.#openOne(this.#new(kind, subjectId));
    this.#closed = this.#closed.filter((one) => one !== kept);
    return this.#openOne({ ...kept, id: this.#parts.newId() });
  }

  async openReview(kind: WindowKind, review: string): Promise<void> {
    if (this.#open.size >= MOST_WINDOWS) return;
    await this.#openOne({ ...this.#new(kind, null), review });
  }

  reviewOf(id: string): string | null {
    return this.recall(id)?.review ?? null;
  }

  async goTo(kind: WindowKind): Promise<void> {
    const found = this.#follower(kind);
    if (found === undefined) await this.open(kind, null);
    else found.host.focus();
  }

  hasFollower(kind: WindowKind): boolean {
    return this.#follower(kind) !== undefined;
  }

  #follower(kind: WindowKind): OpenWindow | undefined {
    return [...this.#open.values()].find(
      ({ memory }) => memory.window === kind && !isHeld(memory) && isOfPresent(memory),
    );
  }

  list(): readonly WindowLine[] {
    const seen = new Map<string, number>();
    return [...this.#open.values()].map(({ memory: { id, window, pinned } }) => {
      const number = (seen.get(window) ?? 0) + 1;
      seen.set(window, number);
      return { id, window, title: `${titleOf(window)}${number > 1 ? ` (${number})` : ''}`, pinned: pinned !== null };
    });
  }

  focus(id: string): boolean {
    const found = this.#open.get(id);
    found?.host.focus();
    return found !== undefined;
  }

  close(id: string): boolean {
    const found = this.#open.get(id);
    found?.host.close();
    return found !== undefined;
  }

  async reopen(): Promise<boolean> {
    const [last, ...others] = this.#closed;
    if (last === undefined) return false;
    this.#closed = others;
    await this.#openOne({ ...last, id: this.#parts.newId() });
    return true;
  }

  remember(id: string, text: string): void {
    this.#change(id, { state: text });
  }

  recall(id: string): WindowMemory | null {
    return this.#open.get(id)?.memory ?? this.#opening.get(id) ?? null;
  }

  pin(id: string, subject: Subject | null): boolean {
    const memory = this.#change(id, { pinned: subject });
    if (memory === null) return false;
    this.#open.get(id)?.host.setTitle(shownTitle(memory));
    this.#parts.onChanged();
    return true;
  }

  memories(): readonly WindowMemory[] {
    this.#keepHomes();
    return [...this.#open.values()].map(({ memory }) => memory).filter(isOfPresent);
  }

  async arrangeAs(wanted: readonly WindowMemory[]): Promise<void> {
    const free = new Set([...this.#open].filter(([, { memory }]) => isOfPresent(memory)).map(([id]) => id));
    const toOpen: WindowMemory[] = [];
    for (const one of wanted) {
      const id = [...free].find((open) => this.#open.get(open)?.memory.window === one.window);
      if (id === undefined) toOpen.push({ ...one, id: this.#parts.newId() });
      else {
        free.delete(id);
        const memory = this.#change(id, { home: one.home });
        if (memory !== null) this.#place(this.#open.get(id), memory);
      }
    }
    for (const memory of toOpen) if (isWindowKind(memory.window)) await this.#openOne(memory);
    // Only now: an application whose last window closes would end.
    if (this.#open.size > free.size) for (const id of free) this.close(id);
  }

  named(): readonly NamedLayout[] {
    return this.#named;
  }

  keepNamed(layouts: readonly NamedLayout[]): void {
    this.#named = layouts;
    this.#writeSoon();
  }

  displaysChanged(): void {
    for (const entry of this.#open.values()) entry.moved = null;
    this.#cancelHome?.();
    this.#arranging = true;
    this.#cancelHome = this.#parts.later(HOME_AFTER_MS, () => {
      this.#arranging = false;
    });
    for (const entry of this.#open.values()) this.#place(entry, entry.memory);
  }

  all(): readonly HostWindow[] {
    return [...this.#open.values()].map(({ host }) => host);
  }

  async settle(): Promise<void> {
    this.#cancelWrite?.();
    this.#keepHomes();
    this.#cancelWrite?.();
    if (!this.#settled && this.#open.size > 0) await this.#write();
    this.#settled = true;
  }

  #new(window: WindowKind, subjectId: string | null): WindowMemory {
    return { id: this.#parts.newId(), window, subjectId, home: null, state: null, pinned: null };
  }

  #place(entry: OpenWindow | undefined, { home }: WindowMemory): void {
    const bounds = home === null ? null : placeWindow(home, this.#parts.host.displays());
    if (bounds !== null) entry?.host.place(bounds);
  }

  /** What a window remembers, also while it opens; null when there is no such window. */
  #change(id: string, patch: Partial<WindowMemory>): WindowMemory | null {
    const entry = this.#open.get(id);
    const before = entry?.memory ?? this.#opening.get(id);
    if (before === undefined) return null;
    const memory = { ...before, ...patch };
    if (entry) entry.memory = memory;
    else this.#opening.set(id, memory);
    this.#writeSoon();
    return memory;
  }

  async #openOne(wanted: WindowMemory, crashes = 0): Promise<void> {
    const { host } = this.#parts;
    this.#opening.set(wanted.id, wanted);
    const bounds = wanted.home === null ? null : placeWindow(wanted.home, host.displays());
    const window = await host.openWindow({
      id: wanted.id,
      window: wanted.window,
      title: shownTitle(wanted),
      bounds,
    });
    const memory = this.#opening.get(wanted.id) ?? wanted;
    const entry: OpenWindow = { memory, host: window, crashes, moved: null };
    this.#opening.delete(memory.id);
    this.#open.set(memory.id, entry);
    window.onMoved((moved) => {
      if (this.#arranging || this.#settled) return;
      entry.moved = moved;
      this.#cancelHome?.();
      this.#cancelHome = this.#parts.later(HOME_AFTER_MS, () => this.#keepHomes());
    });
    window.onClosed(() => this.#hasClosed(entry));
    window.onCrashed(() => {
      this.#parts.log('windows.crashed', { window: memory.window, crashes: entry.crashes + 1 });
      void this.#openAgain(entry);
    });
    this.#changed();
    if (memory.home === null) void window.bounds().then((place) => this.#firstHome(entry, place), noWindow);
  }

  /** Where the host put it, as long as nobody moved it. */
  #firstHome(entry: OpenWindow, place: Bounds): void {
    if (entry.memory.home !== null || entry.moved !== null) return;
    this.#change(entry.memory.id, { home: homeOf(place, this.#parts.host.displays()) });
  }

  #hasClosed(entry: OpenWindow): void {
    const { id } = entry.memory;
    const isOurs = this.#open.get(id) === entry;
    if (isOurs) this.#open.delete(id);
    if (this.#settled) return;
    // The last layout stays as it was: closing the last window is leaving, not emptying the desk.
    if (this.#open.size > 0) {
      if (isOurs && isOfPresent(entry.memory)) this.#closed = [entry.memory, ...this.#closed].slice(0, MOST_CLOSED);
      this.#changed();
    } else if (this.#reopening === 0) this.#parts.onNoneLeft();
  }

  async #openAgain(entry: OpenWindow): Promise<void> {
    this.#reopening += 1;
    this.#open.delete(entry.memory.id);
    entry.host.close();
    if (entry.crashes + 1 < CRASHES_BEFORE_GIVING_UP) await this.#openOne(entry.memory, entry.crashes + 1);
    this.#reopening -= 1;
    if (this.#open.size === 0) this.#parts.onNoneLeft();
  }

  #keepHomes(): void {
    const displays = this.#parts.host.displays();
    for (const entry of this.#open.values()) {
      if (entry.moved === null) continue;
      entry.memory = { ...entry.memory, home: homeOf(entry.moved, displays) };
      entry.moved = null;
      this.#writeSoon();
    }
  }

  #changed(): void {
    this.#writeSoon();
    this.#parts.onChanged();
  }

  #writeSoon(): void {
    if (this.#settled) return;
    this.#cancelWrite?.();
    this.#cancelWrite = this.#parts.later(WRITE_AFTER_MS, () => {
      this.#write().catch(() => this.#parts.log('windows.layout-not-written'));
    });
  }

  #write(): Promise<void> {
    const windows = [...this.#open.values()].map(({ memory }) => memory).filter(isOfPresent);
    return this.#parts.layout.write({ windows, closed: [...this.#closed], named: [...this.#named] });
  }
}

/** A window that went away while it was asked where it stands has nothing to say. */
function noWindow(): void {}

const titleOf = (window: string) => (isWindowKind(window) ? WINDOW_TITLES[window] : window);

/** Pinned by its frame, or by its own content (`pinned` in what it remembers): it does not follow what is chosen. */
function isHeld({ pinned, state }: WindowMemory): boolean {
  return pinned !== null || /"pinned":"[^"]/.test(state ?? '');
}

const isOfPresent = ({ review }: WindowMemory): boolean => review === undefined;

const shownTitle = ({ window, pinned, review }: WindowMemory) =>
  `${titleOf(window)}${pinned === null ? '' : ' · épinglée'}${review === undefined ? '' : ' · relecture'}`;
