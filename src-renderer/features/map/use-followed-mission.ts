import { useEffect, useState } from 'react';
import { useSelection } from '../../data/use-selection.ts';

/** The mission that the windows share; it stays when a person is looked at. Begins with the one the window opened on. */
export function useFollowedMission(opened: string | null): string | null {
  const { selection } = useSelection();
  const chosen = selection.subject?.kind === 'mission' ? selection.subject.id : null;
  const [followed, setFollowed] = useState(opened ?? chosen);
  const [seen, setSeen] = useState(chosen);
  useEffect(() => {
    if (chosen === null || chosen === seen) return;
    setSeen(chosen);
    setFollowed(chosen);
  }, [chosen, seen]);
  return followed;
}
