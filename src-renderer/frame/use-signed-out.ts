import { useEffect, useState } from 'react';
import type { SyncState } from '../../contract/app/sync-state.ts';

/** What was said of the closed base may still arrive so long after the cover went. */
const SETTLE_MS = 15_000;

/**
 * Whether the window shows the sign-in screen in place of the work. Not while the workstation is locked, nor for a moment
 * afterwards: that the base was closed under the cover may be heard of late, and must not empty what was typed over it.
 */
export function useSignedOut(connection: SyncState['connection'] | null, locked: boolean): boolean {
  const [settling, setSettling] = useState(locked);
  useEffect(() => {
    if (locked) {
      setSettling(true);
      return;
    }
    const timer = setTimeout(() => setSettling(false), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [locked]);
  return connection === 'signed-out' && !locked && !settling;
}
