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
import { migrate } from './migrate.ts';
import { ensureMirror, makeMirror } from './mirror/ensure-mirror.ts';
import type { Connection } from './open-encrypted.ts';
import { openEncrypted, rawKey } from './open-encrypted.ts';
import { Statements } from './statements.ts';
import { asStoreFault, StoreFault } from './store-fault.ts';
import { createViews } from './views/create-views.ts';

export interface StoreOptions {
  /** Whose base it is: a base of somebody else is not opened (TRUST S62). */
  readonly personId: string;
  readonly log?: Log;
  /** Monotonic milliseconds, to measure with. */
  readonly stopwatch?: () => number;
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
  /** Attaches this base, under its key, to a connection that brings rows for it. */
  attachTo(other: Connection, name: string): void;
  /** Tells listeners that another connection replaced the mirror. */
  mirrorReplaced(): void;
  /** Writes the log of changes back into the file and cuts it (TRUST S55). */
  checkpoint(): void;
  close(): void;
}

function claim(connection: Connection, personId: string): void {
  const owner = connection.prepare(`SELECT value FROM meta WHERE name = 'person'`).pluck().get();
  if (owner === undefined) {
    connection.prepare(`INSERT INTO meta (name, value) VALUES ('person', ?)`).run(JSON.stringify(personId));
  } else if (owner !== JSON.stringify(personId)) {
    throw new StoreFault('other-person');
  }
}

/** A decision that was being sent when the application ended may or may not have arrived: it is presented again. */
function restoreSending(connection: Connection): void {
  connection.prepare(`UPDATE outbox SET state = 'pending', "maybeJudged" = 1 WHERE state = 'sending'`).run();
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
  let connection: Connection;
  try {
    connection = openEncrypted(path, key);
  } catch (error) {
    throw asStoreFault(error);
  }
  try {
    const created = migrate(connection) === 0;
    claim(connection, options.personId);
    ensureMirror(connection);
    restoreSending(connection);
    createViews(connection);
    return storeOn(connection, created, { ...options, path, key });
  } catch (error) {
    connection.close();
    throw asStoreFault(error);
  }
}

interface OpenedWith extends StoreOptions {
  readonly path: string;
  readonly key: Uint8Array;
}

function storeOn(connection: Connection, created: boolean, options: OpenedWith): Store {
  const { path, key, personId, log = SILENT_LOG, stopwatch = () => performance.now() } = options;
  const statements = new Statements(connection, log, stopwatch);
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

  return {
    path,
    personId,
    created,
    attachable: path !== ':memory:',
    statements,
    get revision() {
      return revision;
    },
    transaction(durability, work) {
      setDurability(durability);
      const touched = new ChangeCollector();
      let result: ReturnType<typeof work>;
      try {
        result = connection.transaction(() => work({ statements, touched })).immediate();
      } catch (error) {
        throw asStoreFault(error);
      }
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
      connection.close();
    },
  };
}
