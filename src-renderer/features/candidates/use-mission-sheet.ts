import type { MissionSheet } from '../../../contract/app/sheets.ts';
import type { Live } from '../../data/use-live.ts';
import { useLive } from '../../data/use-live.ts';

/** The mission that the list answers: named above it, and one end of every distance. */
export function useMissionSheet(missionId: string | null): Live<MissionSheet> {
  const question = missionId === null ? null : `mission ${missionId}`;
  const sheet = useLive(question, (client) => client.missions.sheet({ id: missionId ?? '' }), [
    'missions',
    'proposals',
  ]);
  return sheet.answers === question ? sheet : { ...sheet, value: null };
}
