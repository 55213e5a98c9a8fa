import { usePresence } from '../data/use-presence.ts';
import type { ChosenSet } from '../tables/chosen-set.ts';
import { FR_WORKSPACE } from '../text/fr-workspace.ts';

interface PresenceWarningProps {
  readonly targets: ChosenSet;
  /** Missions that the decision names beside its targets. */
  readonly missionIds: readonly string[];
}

/** A soft lock: who else, beside oneself, has what is being decided open. It warns, and blocks nothing (FEATURES D15). */
export function PresenceWarning({ targets, missionIds }: PresenceWarningProps) {
  const present = usePresence() ?? [];
  const ids = [...missionIds, ...(targets.type === 'ids' ? targets.ids : [])];
  const names = [
    ...new Set(
      present.filter(({ missionId, self }) => !self && ids.includes(missionId)).map(({ personName }) => personName),
    ),
  ];
  if (names.length === 0) return null;
  return (
    <p className="dk-pin" data-tone="warning" role="status">
      {FR_WORKSPACE.presence.softLock(names)}
    </p>
  );
}
