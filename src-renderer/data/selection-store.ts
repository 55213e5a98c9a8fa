import type { Selection } from '../../contract/app/selection.ts';

/** What every window looks at, as main last said it. */
export interface SelectionStore {
  current(): Selection;
  /** What this window said last, until it is heard back; else as it is. Who changes one half takes the other from here. */
  latest(): Omit<Selection, 'revision'>;
  /** Moves it, for every window that follows. */
  change(next: Omit<Selection, 'revision'>): void;
  subscribe(listener: () => void): () => void;
}

interface Said {
  readonly next: Omit<Selection, 'revision'>;
  /** The newest revision that was known then. */
  readonly over: number;
  /** Main has it. */
  isSent: boolean;
}

const NOTHING: Selection = { revision: 0, subject: null, chosen: null };
const RETRY_MS = 1_000;

/**
 * Follows the shared selection; a broken stream is opened again.
 *
 * ```
 *   heard ──change──▶ said: `latest` is what was said ──main has it, and something newer was heard──▶ heard
 * ```
 *
 * @param send tells main; a selection that could not be shared harms nobody, the next one says it anew
 */
export function createSelectionStore(
  follow: () => Promise<AsyncIterable<Selection>>,
  send: (next: Omit<Selection, 'revision'>) => Promise<void>,
  wait: (ms: number) => Promise<void>,
): SelectionStore {
  const held = { selection: NOTHING, said: null as Said | null };
  const forget = () => {
    const { said, selection } = held;
    if (said?.isSent === true && selection.revision > said.over) held.said = null;
  };
  const listeners = new Set<() => void>();
  const run = async () => {
    for (;;) {
      try {
        for await (const selection of await follow()) {
          held.selection = selection;
          forget();
          for (const listener of listeners) listener();
        }
      } catch {
        // Nothing to say: the next stream begins with the selection as it is.
      }
      await wait(RETRY_MS);
    }
  };
  void run();
  return {
    current: () => held.selection,
    latest: () => held.said?.next ?? held.selection,
    change(next) {
      const said = { next, over: held.selection.revision, isSent: false };
      held.said = said;
      const sent = () => {
        said.isSent = true;
        forget();
      };
      send(next).then(sent, sent);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
