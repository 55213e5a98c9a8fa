import { useEffect, useState } from 'react';
import { useSelection } from '../../data/use-selection.ts';

/**
 * The mission that the windows share: a window opened on one begins with it; then the last mission chosen anywhere, also
 * after a person was looked at.
 */
export function useCandidateMission(subjectId: string | null): string | null {
  const { selection } = useSelection();
  const chosen = selection.subject?.kind === 'mission' ? selection.subject.id : null;
  const [mission, setMission] = useState(subjectId ?? chosen);
  const [seen, setSeen] = useState(chosen);
  useEffect(() => {
    if (chosen === null || chosen === seen) return;
    setSeen(chosen);
    setMission(chosen);
  }, [chosen, seen]);
  return mission;
}
