/**
 * A base that cannot be read is never deleted: it is moved beside itself, and a new one takes its place with every
 * decision that could be saved: those that the old file still gives, and those of the copy of decisions.
 */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { copyPathOf, opensCopy } from '../store/outbox/decisions-copy.ts';
import type { Salvage } from '../store/salvage-outbox.ts';
import { NOTHING_SALVAGED, salvageOutbox } from '../store/salvage-outbox.ts';
import type { Store } from '../store/store.ts';
import { StoreFault } from '../store/store-fault.ts';

const UNREADABLE: ReadonlySet<string> = new Set(['storage-damaged', 'key-refused']);
/** What SQLite keeps beside a base. */
const COMPANIONS = ['', '-wal', '-shm'] as const;

export interface SetAside {
  /** Where the unreadable base is now. */
  readonly quarantined: string;
  /** 'key': this workstation's key does not open it, and nothing of it could be read. */
  readonly cause: 'damaged' | 'key';
  /** Decisions that wait for the nation, and are in the new base. */
  readonly kept: number;
  /** Decisions that were there and could not be read; null when nobody can tell. */
  readonly lost: number | null;
}

export interface Opened {
  readonly store: Store;
  /** Null when nothing was wrong. */
  readonly setAside: SetAside | null;
}

/** Opens the base of that path, with what was saved of the one before. */
export type OpenBase = (salvage: Salvage | undefined) => Store;

function moveAside(path: string, now: number): string {
  const quarantined = `${path}.mise-de-cote-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
  for (const companion of COMPANIONS) {
    if (existsSync(path + companion)) renameSync(path + companion, quarantined + companion);
  }
  return quarantined;
}

/** Reading may write into the file: it is done on a copy, and what was set aside stays byte by byte as it was. */
function salvageFrom(quarantined: string, key: Uint8Array): Salvage {
  const reading = `${quarantined}.lecture`;
  const remove = () => {
    for (const companion of COMPANIONS) rmSync(reading + companion, { force: true });
  };
  try {
    for (const companion of COMPANIONS) {
      if (existsSync(quarantined + companion)) copyFileSync(quarantined + companion, reading + companion);
    }
    return salvageOutbox(reading, key);
  } catch {
    // No room to read in: the copy of decisions is what remains.
    return NOTHING_SALVAGED;
  } finally {
    remove();
  }
}

function countWhere(store: Store, where: string, values: readonly number[] = []): number {
  const [row] = store.statements.rows<{ total: number }>(
    `SELECT COUNT(*) AS total FROM main.outbox WHERE ${where}`,
    ...values,
  );
  return row?.total ?? 0;
}

function countLost(store: Store, unreadable: readonly number[] | null): number | null {
  if (unreadable === null) return null;
  return unreadable.filter((place) => countWhere(store, 'sequence = ?', [place]) === 0).length;
}

/**
 * Sets a base aside, whatever it still opens to, and opens a new one in its place.
 *
 * @throws StoreFault when even a new base cannot be opened
 */
export function setAsideBase(path: string, key: Uint8Array, now: number, open: OpenBase): Opened {
  const copy = copyPathOf(path);
  const quarantined = moveAside(path, now);
  const salvage = salvageFrom(quarantined, key);
  const isRightKey = salvage !== NOTHING_SALVAGED || opensCopy(copy, key);
  if (existsSync(copy)) {
    // A copy under another key is nothing to the new base, which would write its own in the same place.
    if (isRightKey) copyFileSync(copy, copyPathOf(quarantined));
    else renameSync(copy, copyPathOf(quarantined));
  }
  const store = open(salvage);
  const kept = countWhere(store, `state IN ('pending', 'sending', 'conflict')`);
  const lost = countLost(store, salvage.unreadable);
  return { store, setAside: { quarantined, cause: isRightKey ? 'damaged' : 'key', kept, lost } };
}

/** @throws StoreFault when even a new base cannot be opened, or when the fault is not the file's */
export function openOrSetAside(path: string, key: Uint8Array, now: number, open: OpenBase): Opened {
  try {
    return { store: open(undefined), setAside: null };
  } catch (error) {
    if (!(error instanceof StoreFault && UNREADABLE.has(error.code)) || !existsSync(path)) throw error;
    return setAsideBase(path, key, now, open);
  }
}
