/**
 * The one door to the local base (ARCHITECTURE §5): the mirror holds what the nation confirmed, the outbox what the
 * person wants, views join them. Everything is synchronous: a transaction is one turn of the event loop, so nothing
 * ever sees half of one.
 *
 * ```
 * transaction(durability, tx => …) ──▶ commit ──▶ revision + 1 ──▶ listeners {topics, changed ids}
 * ```
 */
import { ROW_KIND_NAMES } from '../../contract/national/rows/row-kinds.ts';
import type { Log } from '../diagnostics/log.ts';
import { SILENT_LOG } from '../diagnostics/log.ts';
import type { ChangeListener, ChangeNotice, StoreTopic } from './change-notice.ts';
import { ChangeCollector } from './change-notice.ts';
import type { DiskReserve } from './disk-reserve.ts';
import { createDiskReserve, reservePathOf } from './disk-reserve.ts';
import { migrate } from './migrate.ts';
import { ensureMirror, makeMirror } from './mirror/ensure-mirror.ts';
import type { Connection } from './open-encrypted.ts';
import { openEncrypted, rawKey } from './open-encrypted.ts';
import type { Instant, InstantSource } from './open-instant.ts';
import { openInstant } from './open-instant.ts';
import type { CopyKeeper } from './outbox/copy-keeper.ts';
import { createCopyKeeper } from './outbox/copy-keeper.ts';
import { claim, requireOwner, restoreLost, restoreSending } from './prepare-base.ts';
import type { Salvage } from './salvage-outbox.ts';
import { Statements } from './statements.ts';
import { asStoreFault, StoreFault } from './store-fault.ts';
import { createViews } from './views/create-views.ts';

export interface StoreOptions {
  /** Whose base it is: a base of somebody else is not opened (TRUST S62). */
  readonly personId: string;
  readonly log?: Log;
  /** Monotonic milliseconds, to measure with. */
  readonly stopwatch?: () => number;
  /** Puts 16 MB aside on the disk, for the decision that is in hand when it fills. */
  readonly reserve?: boolean;
  /** What could be read of the base that this one replaces. */
  readonly salvage?: Salvage;
  /** Told once, when a page that rotted is met. */
  readonly onDamage?: () => void;
  /** Told when the disk was full and the room put aside was given up: the decision is kept, there is no more room. */
  readonly onReserveUsed?: () => void;
}

/**
 * 'decision': on the disk before the call returns, power cut included. 'mirror': may be lost with the last instant of a
 * power cut, whole, and is fetched again.
 */
export type Durability = 'decision' | 'mirror';

export interface Transaction {
  readonly statements: Statements;
  /** What this transaction changes, for the notice after the commit. */
  readonly touched: ChangeCollector;
}

export interface Store {
  readonly path: string;
  readonly personId: string;
  /** True when the file did not exist before. */
  readonly created: boolean;
  /** Open decisions that the file had lost, and that its copy gave back. */
  readonly restored: number;
  /** True for a base of a newer version of the application: it is read, never written. */
  readonly readOnly: boolean;
  /** Reads, on what is committed. */
  readonly statements: Statements;
  readonly revision: number;
  /** Runs the work whole or not at all. @throws StoreFault 'disk-full' and its kin, nothing having been changed */
  transaction<Result>(durability: Durability, work: (transaction: Transaction) => Result): Result;
  /** Told after each commit, in order. */
  onChange(listener: ChangeListener): () => void;
  /** Tells listeners of a fact that is not a row: the state of synchronisation. */
  announce(topic: StoreTopic): void;
  /** Drops the mirror and makes it again, empty; the outbox stays. */
  renewMirror(): void;
  /** Whether another connection can reach it: a base in memory has one alone. */
  readonly attachable: boolean;
  /** Reads one instant, through a connection of its own, whatever is committed meanwhile; a base in memory has the one alone. */
  readInstant(): Instant;
  /** What another thread of this process reads it by; null for a base in memory. */
  readonly instantSource: InstantSource | null;
  /** Attaches this base, under its key, to a connection that brings rows for it. */
  attachTo(other: Connection, name: string): void;
  /** Tells listeners that another connection replaced the mirror. */
  mirrorReplaced(): void;
  /** Writes the log of changes back into the file and cuts it (TRUST S55). */
  checkpoint(): void;
  close(): void;
}

/**
 * Opens, or creates, a person's base.
 *
 * @param path file; ':memory:' in tests
 * @param key 32 bytes
 * @throws StoreFault 'key-refused' | 'newer-schema' | 'other-person' | 'storage-damaged' | 'read-only' | 'disk-full'
 * @example const store = openStore(path, key, { personId: 'p-1' });
 */
export function openStore(path: string, key: Uint8Array, options: StoreOptions): Store {
  return openWith(path, key, options, false, (connection) => {
    const created = migrate(connection) === 0;
    claim(connection, options.personId);
    const restored = restoreLost(connection, { ...options, path, key });
    ensureMirror(connection);
    restoreSending(connection);
    return { created, restored };
  });
}

/**
 * Opens a base of a newer version of the application to read and export what is in it; nothing of it is written
 * (TRUST R09).
 *
 * @throws StoreFault 'other-person' and its kin
 */
export function openNewerStore(path: string, key: Uint8Array, options: StoreOptions): Store {
  return openWith(path, key, options, true, (connection) => {
    requireOwner(connection, options.personId);
    return { created: false, restored: 0 };
  });
}

function openWith(
  path: string,
  key: Uint8Array,
  options: StoreOptions,
  readOnly: boolean,
  prepare: (connection: Connection) => Pick<Store, 'created' | 'restored'>,
): Store {
  let connection: Connection;
  try {
    connection = openEncrypted(path, key, readOnly);
  } catch (error) {
    throw asStoreFault(error);
  }
  try {
    const prepared = prepare(connection);
    createViews(connection);
    const inFile = path !== ':memory:' && !readOnly;
    const reserve = inFile && options.reserve === true ? createDiskReserve(reservePathOf(path)) : null;
    reserve?.renew();
    const keeper = inFile ? createCopyKeeper(connection, path, key, options.log ?? SILENT_LOG) : null;
    return storeOn(connection, { ...options, ...prepared, path, key, readOnly, reserve, keeper });
  } catch (error) {
    connection.close();
    throw asStoreFault(error);
  }
}

interface OpenedWith extends Omit<StoreOptions, 'reserve'>, Pick<Store, 'path' | 'created' | 'restored' | 'readOnly'> {
  readonly key: Uint8Array;
  readonly reserve: DiskReserve | null;
  readonly keeper: CopyKeeper | null;
}

function storeOn(connection: Connection, options: OpenedWith): Store {
  const { path, key, personId, log = SILENT_LOG, stopwatch = () => performance.now(), reserve: room, keeper } = options;
  let damaged = false;
  const told = (error: unknown): unknown => {
    const fault = asStoreFault(error);
    if (fault instanceof StoreFault && fault.code === 'storage-damaged' && !damaged) {
      damaged = true;
      options.onDamage?.();
    }
    return fault;
  };
  const statements = new Statements(connection, log, stopwatch, told);
  const listeners = new Set<ChangeListener>();
  let revision = 0;
  let durable = true;

  function setDurability(durability: Durability): void {
    const wanted = durability === 'decision';
    if (wanted === durable) return;
    connection.pragma(`synchronous = ${wanted ? 'FULL' : 'NORMAL'}`);
    durable = wanted;
  }

  function tell(notice: ChangeNotice): void {
    for (const listener of listeners) listener(notice);
  }

  function attempt<Result>(work: (transaction: Transaction) => Result) {
    const touched = new ChangeCollector();
    try {
      return connection
        .transaction(() => {
          const result = work({ statements, touched });
          const number = touched.decisions.size > 0 ? (keeper?.count() ?? 0) : 0;
          return { result, touched, number };
        })
        .immediate();
    } catch (error) {
      throw told(error);
    }
  }

  /** What a person decides finds room as long as there is some put aside. */
  function attemptWithReserve<Result>(durability: Durability, work: (transaction: Transaction) => Result) {
    try {
      return attempt(work);
    } catch (error) {
      const isFull = error instanceof StoreFault && error.code === 'disk-full';
      if (!isFull || durability !== 'decision' || room?.free() !== true) throw error;
      log('store.reserve-used');
      const done = attempt(work);
      options.onReserveUsed?.();
      return done;
    }
  }

  return {
    path,
    personId,
    created: options.created,
    restored: options.restored,
    readOnly: options.readOnly,
    attachable: path !== ':memory:',
    statements,
    get revision() {
      return revision;
    },
    transaction(durability, work) {
      if (options.readOnly) throw new StoreFault('newer-schema');
      setDurability(durability);
      const { result, touched, number } = attemptWithReserve(durability, work);
      if (number > 0) keeper?.keep(number, touched.decisions, durability === 'decision');
      if (durability === 'decision') room?.renew();
      const notice = touched.notice(revision + 1);
      if (notice !== null) {
        revision += 1;
        tell(notice);
      }
      return result;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce(topic) {
      revision += 1;
      tell({ revision, topics: [topic], changed: new Map() });
    },
    renewMirror() {
      setDurability('decision');
      statements.forget();
      connection.transaction(() => makeMirror(connection)).immediate();
      this.mirrorReplaced();
    },
    readInstant() {
      if (path === ':memory:') return { statements, revision, close: () => undefined };
      return openInstant({ path, key, revision }, log, stopwatch);
    },
    get instantSource() {
      return path === ':memory:' ? null : { path, key, revision };
    },
    attachTo(other, name) {
      other.prepare(`ATTACH DATABASE ? AS ${name} KEY '${rawKey(key)}'`).run(path);
    },
    mirrorReplaced() {
      statements.forget();
      const touched = new ChangeCollector();
      for (const kind of ROW_KIND_NAMES) touched.everyRow(kind);
      touched.topic('sync');
      revision += 1;
      const notice = touched.notice(revision);
      if (notice !== null) tell(notice);
    },
    checkpoint() {
      connection.pragma('wal_checkpoint(TRUNCATE)');
    },
    close() {
      listeners.clear();
      keeper?.close();
      connection.close();
    },
  };
}
