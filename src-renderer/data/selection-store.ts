import type { Selection } from '../../contract/app/selection.ts';

/** What every window looks at, as main last said it. */
export interface SelectionStore {
  current(): Selection;
  /** Moves it, for every window that follows. */
  change(next: Omit<Selection, 'revision'>): void;
  subscribe(listener: () => void): () => void;
}

const NOTHING: Selection = { revision: 0, subject: null, chosen: null };
const RETRY_MS = 1_000;

/**
 * Follows the shared selection; a broken stream is opened again.
 *
 * @param send tells main; a selection that could not be shared harms nobody, the next one says it anew
 */
export function createSelectionStore(
  follow: () => Promise<AsyncIterable<Selection>>,
  send: (next: Omit<Selection, 'revision'>) => void,
  wait: (ms: number) => Promise<void>,
): SelectionStore {
  const held = { selection: NOTHING };
  const listeners = new Set<() => void>();
  const run = async () => {
    for (;;) {
      try {
        for await (const selection of await follow()) {
          held.selection = selection;
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
    change: send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
