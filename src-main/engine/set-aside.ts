/** A base that cannot be read is never deleted: it is moved beside itself, and a new one takes its place. */
import { existsSync, renameSync } from 'node:fs';
import type { Store } from '../store/store.ts';
import { StoreFault } from '../store/store-fault.ts';

const UNREADABLE: ReadonlySet<string> = new Set(['storage-damaged', 'key-refused']);
/** What SQLite keeps beside a base. */
const COMPANIONS = ['', '-wal', '-shm'] as const;

export interface Opened {
  readonly store: Store;
  /** Where the unreadable base is now; null when there was none. */
  readonly quarantined: string | null;
}

/** @throws StoreFault when even a new base cannot be opened, or when the fault is not the file's */
export function openOrSetAside(path: string, now: number, open: () => Store): Opened {
  try {
    return { store: open(), quarantined: null };
  } catch (error) {
    if (!(error instanceof StoreFault && UNREADABLE.has(error.code)) || !existsSync(path)) throw error;
    const quarantined = `${path}.mise-de-cote-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
    for (const companion of COMPANIONS) {
      if (existsSync(path + companion)) renameSync(path + companion, quarantined + companion);
    }
    return { store: open(), quarantined };
  }
}
