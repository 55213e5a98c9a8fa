import { useCallback, useSyncExternalStore } from 'react';
import type { Subject } from '../../../contract/app/workspace-contract.ts';
import { useDesk } from '../../data/desk-context.ts';

/** Whether this window stays on its subject. */
export interface WindowPin {
  readonly pinned: Subject | null;
  /** Nothing to stay on: nothing was chosen yet. */
  readonly impossible: boolean;
  /** Pins on what is looked at, or follows again. */
  toggle(): void;
}

export function useWindowPin(): WindowPin {
  const { selection } = useDesk();
  const current = useSyncExternalStore(selection.subscribe, selection.current);
  const pinned = useSyncExternalStore(selection.subscribe, selection.pinned);
  const toggle = useCallback(
    () => selection.pin(selection.pinned() === null ? selection.current().subject : null),
    [selection],
  );
  return { pinned, impossible: pinned === null && current.subject === null, toggle };
}
