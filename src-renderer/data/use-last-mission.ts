import { useSyncExternalStore } from 'react';
import { useDesk } from './desk-context.ts';

/** The mission looked at last, also after a person was looked at; null before the first. */
export function useLastMission(): string | null {
  const { selection } = useDesk();
  return useSyncExternalStore(selection.subscribe, selection.lastMission);
}
