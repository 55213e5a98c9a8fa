import { createContext, useContext, useMemo } from 'react';
import type { Present } from '../../contract/app/presence-contract.ts';
import { usePresence } from './use-presence.ts';

/** Who has which mission open beside this workstation, by mission; empty when nobody can tell (FEATURES D15). */
export type PresentOnMissions = ReadonlyMap<string, readonly Present[]>;

const NOBODY: PresentOnMissions = new Map();

/** Asked once by a window, read by each of its rows. */
export const PresentContext = createContext<PresentOnMissions>(NOBODY);

/** One question for all the missions that a window shows. */
export function usePresentOnMissions(): PresentOnMissions {
  const present = usePresence();
  return useMemo(() => Map.groupBy(present ?? [], ({ missionId }) => missionId), [present]);
}

const NONE: readonly Present[] = [];

/** Who has this mission open, as the window above asked. */
export function usePresentOn(missionId: string): readonly Present[] {
  return useContext(PresentContext).get(missionId) ?? NONE;
}
