import { useRef } from 'react';
import type { SyncState } from '../../contract/app/sync-state.ts';

/**
 * Whether the window shows the sign-in screen in place of the work. Not while the workstation is locked, nor until it
 * is heard of again afterwards: a base that is closed under the cover must not empty what was typed over it.
 */
export function useSignedOut(connection: SyncState['connection'] | null, locked: boolean): boolean {
  const covered = useRef(false);
  if (locked) covered.current = true;
  else if (connection !== null && connection !== 'signed-out') covered.current = false;
  return connection === 'signed-out' && !covered.current;
}
