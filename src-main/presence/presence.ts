/**
 * Who else has a mission open (FEATURES D15): this workstation says which missions its windows show as soon as the hand
 * rests, and follows who else shows some, whom the service tells as they come. It warns and never blocks; what it says is
 * gone two minutes after the last word.
 *
 * ```
 *   a window shows another mission ──▶ 300 ms ─┐
 *   nothing for 45 s ──────────────────────────┴▶ announce ──▶ answer ──▶ follow (held by the service) ──▶ answer ─┐
 *                                                   │                      ▲      └──fails──▶ what is known stays  │
 *                                                   │                      └───────────── half a second ◀──────────┘
 *                                                   └──fails──▶ nobody can tell (known: false) ──▶ 15 s later again
 * ```
 */
import type { Present } from '../../contract/app/presence-contract.ts';
import type { PresenceAnswer } from '../../contract/national/routes/presence-routes.ts';

export interface PresenceParts {
  readonly announce: (missionIds: string[]) => Promise<PresenceAnswer>;
  /** Answered once things are not what that mark names, or after a while. */
  readonly follow: (seen: string, signal: AbortSignal) => Promise<PresenceAnswer>;
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
const SOON_MS = 300;
/** Well before the service forgets. */
const EVERY_MS = 45_000;
/** After a failure. */
const AGAIN_MS = 15_000;
/** Between two answers that follow each other: a busy cell costs two questions a second at most. */
const BREATH_MS = 500;
const MOST = 40;

export function createPresence(parts: PresenceParts): Presence {
  const { announce, windows, later, onChanged, onLogHead } = parts;
  const shown = new Map<string, string>();
  const gone = new AbortController();
  const state = {
    known: false,
    present: [] as readonly Present[],
    mark: '',
    cancel: null as (() => void) | null,
    asking: null as Promise<void> | null,
    again: false,
    following: false,
  };
  const plan = (ms: number) => {
    state.cancel?.();
    state.cancel = gone.signal.aborted ? null : later(ms, () => void beat());
  };
  const beat = (): Promise<void> => {
    state.asking ??= ask().then((reached) => {
      state.asking = null;
      plan(state.again ? SOON_MS : reached ? EVERY_MS : AGAIN_MS);
      if (reached) void follow();
    });
    return state.asking;
  };
  const ask = async (): Promise<boolean> => {
    state.again = false;
    const open = new Set(windows());
    for (const id of shown.keys()) if (!open.has(id)) shown.delete(id);
    try {
      hear(await announce([...new Set(shown.values())].slice(0, MOST)));
      return true;
    } catch {
      tell(false, []);
      return false;
    }
  };
  /** One question at a time; it ends with the first failure, and begins again with the next announcement. */
  const follow = async () => {
    if (state.following || gone.signal.aborted) return;
    state.following = true;
    try {
      hear(await parts.follow(state.mark, gone.signal));
    } catch {
      state.following = false;
      if (!state.again) plan(AGAIN_MS);
      return;
    }
    later(BREATH_MS, () => {
      state.following = false;
      if (state.known) void follow();
    });
  };
  const hear = ({ present, logHead, mark }: PresenceAnswer) => {
    state.mark = mark;
    tell(true, present);
    // The log says itself what it could not do.
    onLogHead(logHead).catch(() => undefined);
  };
  const tell = (known: boolean, present: readonly Present[]) => {
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
      gone.abort();
      state.cancel?.();
      if (state.known) await announce([]).catch(() => undefined);
    },
  };
}
