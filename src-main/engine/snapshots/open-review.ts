/** Opens a snapshot as a base in memory: all of it is proved, or nothing is kept. */
import { openSnapshot } from '../../snapshots/format/open-snapshot.ts';
import type { ReadSnapshot } from '../../snapshots/format/read-container.ts';
import { readTrust } from '../../snapshots/format/trust-list.ts';
import { finishReview, loadReviewBlock, openReviewStore } from '../../store/review-store.ts';
import type { Store } from '../../store/store.ts';
import type { SnapshotJournal } from '../journal/snapshot-entries.ts';
import { createSnapshotJournalReader } from '../journal/snapshot-entries.ts';
import type { Turns } from '../tables/turns.ts';
import type { FileCheck } from './snapshot-control.ts';

export interface OpenedFile {
  readonly store: Store;
  readonly read: ReadSnapshot;
  readonly journal: SnapshotJournal;
}

/** @throws SnapshotFault */
export async function openReview(
  stream: AsyncIterable<Uint8Array>,
  { trust, identities, passphrase, now }: FileCheck,
  turns: Turns,
): Promise<OpenedFile> {
  const store = openReviewStore();
  const held = { takenAt: '' };
  const journal = createSnapshotJournalReader();
  try {
    const read = await openSnapshot(
      stream,
      { identities, passphrase },
      {
        trust: readTrust(trust),
        now,
        // An archive past its date opens read-only, under a banner that says so.
        expiredOpens: true,
        onManifest: ({ takenAt }) => {
          held.takenAt = takenAt;
        },
        async onBlock(part, values) {
          const columns = part.columns.map(({ name }) => name);
          loadReviewBlock(store, { part: part.name, columns, values }, held.takenAt);
          journal.read(part.name, columns, values);
          await turns.later(0);
        },
      },
    );
    finishReview(store, held.takenAt);
    const { nominative, scope } = read.manifest.request;
    return { store, read, journal: journal.end({ nominative, agency: scope.agency }) };
  } catch (error) {
    store.close();
    throw error;
  }
}
