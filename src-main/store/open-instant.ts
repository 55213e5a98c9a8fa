/** One instant of a base, read through a connection of its own, in any thread of the process that holds its key. */
import type { Log } from '../diagnostics/log.ts';
import { openEncrypted } from './open-encrypted.ts';
import { Statements } from './statements.ts';
import { createViews } from './views/create-views.ts';

export interface Instant {
  readonly statements: Statements;
  readonly revision: number;
  close(): void;
}

/** What it takes to read a base; it holds its key, and never leaves the process. */
export interface InstantSource {
  readonly path: string;
  readonly key: Uint8Array;
  /** The last change known when it was asked for. */
  readonly revision: number;
}

/** @param stopwatch monotonic milliseconds @throws StoreFault when the key does not open the file */
export function openInstant({ path, key, revision }: InstantSource, log: Log, stopwatch: () => number): Instant {
  const reader = openEncrypted(path, key);
  createViews(reader);
  reader.exec('BEGIN');
  // The instant is that of the first read.
  reader.prepare('SELECT count(*) FROM meta').get();
  return { statements: new Statements(reader, log, stopwatch), revision, close: () => void reader.close() };
}
