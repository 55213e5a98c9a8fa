/**
 * Who else has a mission open (FEATURES D15): this workstation says every few seconds which missions its windows show, and
 * hears who else shows some. It warns and never blocks; what it says is gone two minutes after the last word.
 *
 * ```
 *   a window shows another mission ──▶ soon ─┐
 *   nothing for a while ──────────────────────┴▶ announce ──▶ answer: others, and whether the log moved
 *                                                   └──fails──▶ nobody can tell (known: false) ──▶ later again
 * ```
 */
import type { Present } from '../../contract/app/presence-contract.ts';
import type { PresenceAnswer } from '../../contract/national/routes/presence-routes.ts';

export interface PresenceParts {
  readonly announce: (missionIds: string[]) => Promise<PresenceAnswer>;
  /** Ids of the windows that are open. */
  readonly windows: () => readonly string[];
  /** Runs something after so many milliseconds; what it returns calls it off. */
  readonly later: (ms: number, work: () => void) => () => void;
  readonly onChanged: () => void;
  /** The service was reached: the newest entry of the cell's log. */
  readonly onLogHead: (head: string | null) => Promise<void>;
}

export interface Presence {
  start(): void;
  show(windowId: string, missionId: string | null): void;
  /** Known false: nobody could be asked. */
  list(): { known: boolean; present: Present[] };
  /** Says that nothing is open here any more. */
  leave(): Promise<void>;
}

/** Time for an arrow key held down to come to rest. */
const SOON_MS = 700;
const EVERY_MS = 15_000;
const MOST = 40;

export function createPresence(parts: PresenceParts): Presence {
  const { announce, windows, later, onChanged, onLogHead } = parts;
  const shown = new Map<string, string>();
  const state = {
    known: false,
    present: [] as readonly Present[],
    cancel: null as (() => void) | null,
    left: false,
    asking: null as Promise<void> | null,
    again: false,
  };
  const plan = (ms: number) => {
    state.cancel?.();
    state.cancel = state.left ? null : later(ms, () => void beat());
  };
  const beat = (): Promise<void> => {
    state.asking ??= ask().finally(() => {
      state.asking = null;
      plan(state.again ? SOON_MS : EVERY_MS);
    });
    return state.asking;
  };
  const ask = async () => {
    state.again = false;
    const open = new Set(windows());
    for (const id of shown.keys()) if (!open.has(id)) shown.delete(id);
    try {
      const { present, logHead } = await announce([...new Set(shown.values())].slice(0, MOST));
      hear(true, present);
      await onLogHead(logHead);
    } catch {
      hear(false, []);
    }
  };
  const hear = (known: boolean, present: readonly Present[]) => {
    const isSame = known === state.known && JSON.stringify(present) === JSON.stringify(state.present);
    state.known = known;
    state.present = present;
    if (!isSame) onChanged();
  };
  return {
    start: () => plan(SOON_MS),
    show(windowId, missionId) {
      if ((shown.get(windowId) ?? null) === missionId) return;
      if (missionId === null) shown.delete(windowId);
      else shown.set(windowId, missionId);
      state.again = true;
      if (state.asking === null) plan(SOON_MS);
    },
    list: () => ({ known: state.known, present: [...state.present] }),
    async leave() {
      state.left = true;
      state.cancel?.();
      if (state.known) await announce([]).catch(() => undefined);
    },
  };
}
