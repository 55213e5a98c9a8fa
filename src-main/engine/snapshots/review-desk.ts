/** The desk of a snapshot: the windows' own questions answered as of then, nobody signed in, nothing to decide. */
import type { SyncState } from '../../../contract/app/sync-state.ts';
import type { ReadSnapshot } from '../../snapshots/format/read-container.ts';
import type { OpenDesk } from '../open-desk.ts';

export function reviewDesk(desk: OpenDesk, { manifest }: ReadSnapshot): OpenDesk {
  const { id, name, role, agency } = manifest.request.author;
  const state = (): SyncState => ({
    connection: 'review',
    message: null,
    person: { id, name, role, agency: manifest.request.scope.agency ?? agency },
    lastSyncAt: manifest.takenAt,
    clockAheadMs: null,
    progress: null,
    waiting: 0,
    conflicts: 0,
    refused: 0,
    revision: desk.store.revision,
  });
  return {
    ...desk,
    syncState: state,
    decisions: () => null,
    client: () => null,
    person: () => null,
    session: () => null,
    pause: () => undefined,
    hurry: () => undefined,
    follow: async () => undefined,
  };
}
