import { useMemo } from 'react';
import { usePresence } from '../../data/use-presence.ts';

/** Who else has which mission open right now, by mission (FEATURES D15); empty when nobody can tell. */
export type PresentByMission = ReadonlyMap<string, readonly string[]>;

export function usePresent(): PresentByMission {
  const present = usePresence();
  return useMemo(() => {
    const byMission = Map.groupBy(present ?? [], ({ missionId }) => missionId);
    return new Map([...byMission].map(([id, people]) => [id, people.map(({ personName }) => personName)]));
  }, [present]);
}
