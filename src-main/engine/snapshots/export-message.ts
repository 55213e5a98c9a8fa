import type { InstantSource } from '../../store/open-instant.ts';
import type { SnapshotOrder } from './make-snapshot.ts';

/** What the thread of an export is given. */
export interface ExportTask {
  readonly source: InstantSource;
  readonly order: SnapshotOrder;
}

/** What it says. */
export type ExportMessage =
  /** The base is open in that thread; it will tell so many rows. */
  | { readonly type: 'begun'; readonly total: number }
  | { readonly type: 'rows'; readonly rows: number }
  | { readonly type: 'sealing' }
  /** The whole file; its memory is handed over. */
  | { readonly type: 'made'; readonly bytes: Uint8Array; readonly withheld: number };
