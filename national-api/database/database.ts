/** The service's door to SQL: one writing side, one reading side, and the three things where the dialects differ. */
import type { Kysely, Transaction } from 'kysely';
import type { Columns } from '../../contract/national/rows/column.ts';
import type { Tables } from './tables.ts';

export type Writer = Transaction<Tables>;

/** A row as a load takes it: every column by its name. */
export type LoadedRow = Readonly<Record<string, string | number | null>>;

export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  /** Writes; on SQLite the one connection that may write. */
  readonly write: Kysely<Tables>;
  /** Reads of committed state; on SQLite a second connection, so that a long read never waits behind a write. */
  readonly read: Kysely<Tables>;
  /**
   * Runs `work` in one transaction that may write. SQLite takes its write lock at once; PostgreSQL runs READ COMMITTED
   * and relies on `lockSubjects` and `lockFeed`.
   */
  transaction<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result>;
  /** Runs `work` on one unmoving view of committed state. */
  snapshot<Result>(work: (reader: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /** Holds the subjects until the transaction ends, always in the same order whoever asks. */
  lockSubjects(writer: Writer, keys: readonly string[]): Promise<void>;
  /** Holds the feed until the transaction ends: numbers are given in commit order (ARCHITECTURE §6, feed order). */
  lockFeed(writer: Writer): Promise<void>;
  /** Writes many rows of one table at the database's own pace; returns how many. The feed is the caller's affair. */
  load(writer: Writer, table: string, columns: Columns, rows: Iterable<LoadedRow>): Promise<number>;
  /** Tells every instance, once the transaction is committed, that there is news. */
  announce(writer: Writer, head: number): Promise<void>;
  /** Calls back when any instance committed something; returns how to stop. */
  onNews(listener: (head: number) => void): () => void;
  /** Tells every instance that people came or left in the cells of these agencies; 0 is the CCS. Nothing is kept of it. */
  stir(agencies: readonly number[]): Promise<void>;
  /** Calls back when any instance told of a stir; returns how to stop. */
  onStir(listener: (agencies: readonly number[]) => void): () => void;
  close(): Promise<void>;
}
