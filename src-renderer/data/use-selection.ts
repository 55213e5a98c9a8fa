import { useCallback, useSyncExternalStore } from 'react';
import type { Selection } from '../../contract/app/selection.ts';
import { useDesk } from './desk-context.ts';

/** The selection shared by every window, and how to move it. */
export function useSelection(): {
  readonly selection: Selection;
  change(next: Omit<Selection, 'revision'>): void;
} {
  const { client, selection } = useDesk();
  const current = useSyncExternalStore(selection.subscribe, selection.current);
  const change = useCallback(
    (next: Omit<Selection, 'revision'>) => {
      // A selection that could not be shared harms nobody: the next one says it anew.
      client.selection.change(next).catch(() => undefined);
    },
    [client],
  );
  return { selection: current, change };
}
