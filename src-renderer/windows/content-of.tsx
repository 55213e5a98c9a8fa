import type { ReactNode } from 'react';
import { MissionWindow } from '../features/missions/mission-window.tsx';

interface Recalled {
  readonly window: string;
  readonly state: string | null;
  readonly subjectId: string | null;
}

/** The content of each kind of window; the queue for a kind that nobody knows any more. */
export function contentOf({ state }: Recalled): ReactNode {
  return <MissionWindow kept={state} />;
}
