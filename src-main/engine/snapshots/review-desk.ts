/** The desk of a snapshot: the windows' own questions answered as of then, nobody signed in, nothing to decide. */
import { CANDIDATE_TABLE_COLUMNS } from '../../../contract/app/candidate-columns.ts';
import type { SyncState } from '../../../contract/app/sync-state.ts';
import type { ReadSnapshot } from '../../snapshots/format/read-container.ts';
import type { SnapshotJournal } from '../journal/snapshot-entries.ts';
import type { OpenDesk } from '../open-desk.ts';

const DERIVED: Readonly<Record<string, string>> = { engagedHours: 'engagedSince', status: 'engagement' };

/** Shown though no snapshot holds it: it stands for whoever has no name here. */
const ALWAYS = new Set(['id', 'lastName', 'revision', 'hasOpenIntent', 'hasConflict']);

function absentOf({ parts }: ReadSnapshot['manifest']): ReadonlySet<string> {
  const held = new Set(parts.find(({ name }) => name === 'candidate')?.columns.map(({ name }) => name) ?? []);
  return new Set(
    CANDIDATE_TABLE_COLUMNS.map(({ name }): string => name).filter(
      (name) => !ALWAYS.has(name) && !held.has(DERIVED[name] ?? name),
    ),
  );
}

export function reviewDesk(desk: OpenDesk, { manifest }: ReadSnapshot, reviewJournal: SnapshotJournal): OpenDesk {
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
    absentOfCandidates: absentOf(manifest),
    reviewJournal,
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
