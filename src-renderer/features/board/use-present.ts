import { useMemo } from 'react';
import { usePresence } from '../../data/use-presence.ts';

/** Who else has which mission open right now, by mission (FEATURES D15); empty when nobody can tell. */
export type PresentByMission = ReadonlyMap<string, readonly string[]>;

export function usePresent(): PresentByMission {
  const present = usePresence();
  return useMemo(() => {
    // Oneself at another workstation is no colleague to warn.
    const others = (present ?? []).filter(({ self }) => !self);
    const byMission = Map.groupBy(others, ({ missionId }) => missionId);
    return new Map([...byMission].map(([id, people]) => [id, people.map(({ personName }) => personName)]));
  }, [present]);
}
