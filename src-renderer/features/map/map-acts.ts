/** What can be decided from the map of the chosen people; the same decisions, by the same keys, as in their table. */
import type { DecisionDraft } from '../../decisions/decision-draft.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { FR_MAP } from '../../text/fr-map.ts';

export interface MapAct {
  readonly key: string;
  readonly label: string;
  readonly needsMission: boolean;
  draft(missionId: string | null): DecisionDraft;
}

export const MAP_ACTS: readonly MapAct[] = [
  {
    key: 'p',
    label: FR_MAP.propose,
    needsMission: true,
    draft: (missionId) => ({ ...draftOf('propose'), missionIds: missionId === null ? [] : [missionId] }),
  },
  {
    key: 'v',
    label: FR_MAP.verify,
    needsMission: false,
    draft: () => draftOf('verify', { verified: 'yes' }),
  },
  {
    key: 'i',
    label: FR_MAP.unavailable,
    needsMission: false,
    draft: () => draftOf('set-availability', { available: 'no' }),
  },
  {
    key: 'd',
    label: FR_MAP.available,
    needsMission: false,
    draft: () => draftOf('set-availability', { available: 'yes' }),
  },
];
