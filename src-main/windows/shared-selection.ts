/** What every window looks at, owned by main: the one broadcast that carries its value (ARCHITECTURE §5). */
import type { Selection } from '../../contract/app/selection.ts';

export interface SharedSelection {
  current(): Selection;
  change(next: Omit<Selection, 'revision'>): void;
  /** The current one, then each new one; a slow reader hears the newest only. */
  follow(signal?: AbortSignal): AsyncGenerator<Selection>;
}

export function createSharedSelection(): SharedSelection {
  const state = { selection: { revision: 0, subject: null, chosen: null } as Selection };
  const waiting = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of waiting) wake();
    waiting.clear();
  };
  return {
    current: () => state.selection,
    change({ subject, chosen }) {
      state.selection = { revision: state.selection.revision + 1, subject, chosen };
      wakeAll();
    },
    async *follow(signal) {
      signal?.addEventListener('abort', wakeAll, { once: true });
      for (let told = -1; !signal?.aborted; ) {
        if (state.selection.revision !== told) {
          told = state.selection.revision;
          yield state.selection;
        } else {
          await new Promise<void>((wake) => waiting.add(wake));
        }
      }
    },
  };
}
