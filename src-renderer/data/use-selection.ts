import { useSyncExternalStore } from 'react';
import type { Selection } from '../../contract/app/selection.ts';
import { useDesk } from './desk-context.ts';

/** The selection shared by every window (in a pinned window: its own), and how to move it. */
export function useSelection(): {
  readonly selection: Selection;
  change(next: Omit<Selection, 'revision'>): void;
  /** Where the half that is not changed is taken from: what was said a moment ago counts already. */
  latest(): Omit<Selection, 'revision'>;
} {
  const { selection } = useDesk();
  const current = useSyncExternalStore(selection.subscribe, selection.current);
  return { selection: current, change: selection.change, latest: selection.latest };
}
