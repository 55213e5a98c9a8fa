import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { departementLabel, professionLabel } from '../../text/labels.ts';

export interface ShownMission {
  readonly profession: string | null;
  /** Establishment, département, profession, posts; null without a mission, or before it is known. */
  readonly words: string | null;
}

const NONE: ShownMission = { profession: null, words: null };

/** What the map says of the mission that it is about. */
export function useShownMission(missionId: string | null): ShownMission {
  const question = missionId === null ? null : `map mission ${missionId}`;
  const sheet = useLive(question, (client) => client.missions.sheet({ id: missionId ?? '' }), ['missions']);
  const mission = question !== null && sheet.answers === question ? sheet.value?.mission : undefined;
  if (mission === undefined) return NONE;
  const words = [
    String(mission['establishmentName'] ?? ''),
    departementLabel(mission['departement'] ?? null),
    professionLabel(mission['profession'] ?? null),
    FR.missions.posts(Number(mission['remaining'] ?? 0)),
  ];
  return { profession: String(mission['profession']), words: words.join(' · ') };
}
