import type { ReactNode } from 'react';
import { AccountWindow } from '../features/accounts/account-window.tsx';
import { AlertWindow } from '../features/alerts/alert-window.tsx';
import { ArbitrationWindow } from '../features/arbitration/arbitration-window.tsx';
import { BalanceWindow } from '../features/balance/balance-window.tsx';
import { BoardWindow } from '../features/board/board-window.tsx';
import { CandidateWindow } from '../features/candidates/candidate-window.tsx';
import { CrisisWindow } from '../features/crisis/crisis-window.tsx';
import { BlockedWindow } from '../features/follow-up/blocked-window.tsx';
import { FollowUpWindow } from '../features/follow-up/follow-up-window.tsx';
import { JournalWindow } from '../features/journal/journal-window.tsx';
import { MapBeside } from '../features/map/map-beside.tsx';
import { MapWindow } from '../features/map/map-window.tsx';
import { MissionWindow } from '../features/missions/mission-window.tsx';
import { OpeningWindow } from '../features/openings/opening-window.tsx';
import { OutboxWindow } from '../features/outbox/outbox-window.tsx';
import { PointWindow } from '../features/regulation-point/point-window.tsx';
import { ReviewWindow } from '../features/review/review-window.tsx';
import { SettingsWindow } from '../features/settings/settings-window.tsx';
import { SnapshotWindow } from '../features/snapshots/snapshot-window.tsx';
import { CandidateCard } from './candidate-card.tsx';

interface Recalled {
  readonly window: string;
  readonly state: string | null;
  readonly subjectId: string | null;
}

/** The content of each kind of window; the queue for a kind that nobody knows any more. */
export function contentOf({ window, state, subjectId }: Recalled): ReactNode {
  switch (window) {
    case 'board':
      return <BoardWindow kept={state} />;
    case 'candidates':
      return (
        <CandidateWindow
          kept={state}
          subjectId={subjectId}
          map={(missionId, filter) => <MapBeside missionId={missionId} filter={filter} />}
        />
      );
    case 'map':
      return (
        <MapWindow
          kept={state}
          subjectId={subjectId}
          card={(id, missionId) => <CandidateCard id={id} missionId={missionId} />}
        />
      );
    case 'alerts':
      return <AlertWindow kept={state} />;
    case 'balance':
      return <BalanceWindow kept={state} />;
    case 'arbitration':
      return <ArbitrationWindow kept={state} />;
    case 'openings':
      return <OpeningWindow kept={state} />;
    case 'accounts':
      return <AccountWindow kept={state} />;
    case 'blocked':
      return <BlockedWindow kept={state} />;
    case 'follow-up':
      return <FollowUpWindow kept={state} card={(id) => <CandidateCard id={id} missionId={null} />} />;
    case 'crisis':
      return <CrisisWindow kept={state} />;
    case 'regulation-point':
      return <PointWindow kept={state} />;
    case 'journal':
      return <JournalWindow kept={state} />;
    case 'snapshots':
      return <SnapshotWindow />;
    case 'review':
      return <ReviewWindow />;
    case 'outbox':
      return <OutboxWindow kept={state} />;
    case 'settings':
      return <SettingsWindow />;
    default:
      return <MissionWindow kept={state} />;
  }
}
