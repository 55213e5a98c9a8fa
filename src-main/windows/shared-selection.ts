/** What every window looks at, owned by main: the one broadcast that carries its value (ARCHITECTURE §5). */
import type { Selection } from '../../contract/app/selection.ts';
import { createReaders } from '../rpc/readers.ts';

export interface SharedSelection {
  current(): Selection;
  change(next: Omit<Selection, 'revision'>): void;
  /** The current one, then each new one; a slow reader hears the newest only. */
  follow(signal?: AbortSignal): AsyncGenerator<Selection>;
}

export function createSharedSelection(): SharedSelection {
  const readers = createReaders();
  const state = { selection: { revision: 0, subject: null, chosen: null } as Selection };
  return {
    current: () => state.selection,
    change({ subject, chosen }) {
      state.selection = { revision: state.selection.revision + 1, subject, chosen };
      readers.wake();
    },
    follow(signal) {
      const told = { revision: -1 };
      const next = () => {
        const { selection } = state;
        if (selection.revision === told.revision) return null;
        told.revision = selection.revision;
        return selection;
      };
      return readers.read(next, signal);
    },
  };
}
