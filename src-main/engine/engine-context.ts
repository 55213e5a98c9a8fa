/** What the handlers of the engine room are made of. */
import type { Log } from '../diagnostics/log.ts';
import type { ReadSnapshot } from '../snapshots/format/read-container.ts';
import type { Store } from '../store/store.ts';
import type { ChangeHub } from './change-hub.ts';
import type { FactStream } from './fact-stream.ts';
import type { SnapshotJournal } from './journal/snapshot-entries.ts';
import type { DeskParts, OpenDesk } from './open-desk.ts';

export interface EngineContext {
  readonly hub: ChangeHub;
  readonly facts: FactStream;
  readonly log: Log;
  readonly parts: Pick<DeskParts, 'clock' | 'makeId' | 'turns'>;
  /** Null until a base is open. */
  desk(): OpenDesk | null;
  open(path: string, key: Uint8Array, personId: string): Promise<OpenDesk>;
  /** Makes a proved snapshot the desk of this engine: as of then, read-only. */
  openReview(store: Store, read: ReadSnapshot, journal: SnapshotJournal): Promise<OpenDesk>;
  close(): Promise<void>;
}
