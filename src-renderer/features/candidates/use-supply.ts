import type { Live } from '../../data/use-live.ts';
import { useLive } from '../../data/use-live.ts';
import type { Supply } from './near-miss-strip.tsx';

/** Why a mission's list is as it is, and what would lengthen it (D10). */
export function useSupply(missionId: string | null): Live<Supply> {
  return useLive(
    missionId === null ? null : `supply ${missionId}`,
    (client) => client.candidates.supply({ missionId: missionId ?? '' }),
    ['candidates', 'missions', 'proposals', 'regulation'],
  );
}
