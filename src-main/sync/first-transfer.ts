/**
 * Fills an empty mirror by the bulk stream, chunk by chunk; stopped anywhere, it goes on after the last chunk that was
 * written. Secondary indexes come after the rows.
 *
 * ```
 * header ─▶ [ chunk ─▶ rows and place, one transaction ]* ─▶ end ─▶ [ one index a turn ]* ─▶ cursor
 * ```
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BulkHeader } from '../national/bulk-lines.ts';
import type { NationalClient } from '../national/national-client.ts';
import { NationalFault } from '../national/national-fault.ts';
import type { Transfer } from '../store/mirror/cursor.ts';
import { readTransfer, writeCursor, writeTransfer } from '../store/mirror/cursor.ts';
import { TABLES_HASH } from '../store/mirror/ensure-mirror.ts';
import { loadChunk, makeIndex, missingIndexes } from '../store/mirror/load-chunk.ts';
import type { Store } from '../store/store.ts';

export interface TransferContext {
  readonly store: Store;
  readonly client: NationalClient;
  readonly signal: AbortSignal;
  /** Told after each chunk. */
  readonly onProgress: (progress: TransferProgress) => void;
  /** Called between two chunks: what waits in the outbox does not wait for the whole transfer. */
  readonly betweenChunks?: () => Promise<void>;
}

export interface TransferProgress {
  readonly phase: 'stream' | 'index';
  readonly rows: number;
  readonly outOf: number;
}

function begin(store: Store, header: BulkHeader): Transfer {
  // Made for another version of the application: to be said, not guessed at.
  if (header.schemaHash !== TABLES_HASH) throw new NationalFault('other-version');
  const { scope, after, scopeVersion, counts } = header;
  const known = readTransfer(store.statements);
  if (known !== null) {
    const same = known.scope === scope && known.after === after && known.scopeVersion === scopeVersion;
    if (!same) throw new NationalFault('resume-unknown');
    return known;
  }
  const transfer = { scope, after, scopeVersion, resume: null, counts, rows: 0 };
  store.transaction('mirror', ({ statements }) => writeTransfer(statements, transfer));
  return transfer;
}

const totalOf = ({ counts }: Transfer): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Makes what a transfer leaves for its end, then says that the mirror is whole. */
async function finish({ store, onProgress }: TransferContext, transfer: Transfer): Promise<void> {
  for (const statement of missingIndexes(store)) {
    makeIndex(store, statement);
    onProgress({ phase: 'index', rows: transfer.rows, outOf: totalOf(transfer) });
    await nextTurn();
  }
  const { scope, after, scopeVersion } = transfer;
  store.transaction('mirror', ({ statements, touched }) => {
    writeCursor(statements, { scope, after, scopeVersion, resume: null });
    writeTransfer(statements, null);
    touched.topic('sync');
  });
}

/**
 * Runs, or goes on with, the first transfer.
 *
 * @throws NationalFault; what is written stays, and the next call goes on after it. 'resume-unknown': the mirror must be
 * made anew first
 */
export async function streamFirstTransfer(context: TransferContext): Promise<void> {
  const { store, client, signal, onProgress } = context;
  const resume = readTransfer(store.statements)?.resume ?? null;
  let transfer: Transfer | null = null;
  for await (const item of client.bulk(resume, signal)) {
    if (item.type === 'header') {
      transfer = begin(store, item.header);
      continue;
    }
    if (transfer === null) throw new NationalFault('not-understood');
    const { chunk } = item;
    const written: Transfer = { ...transfer, resume: chunk.resume, rows: transfer.rows + chunk.numbers.length };
    store.transaction('mirror', (transaction) => {
      loadChunk(transaction, chunk);
      writeTransfer(transaction.statements, written);
    });
    transfer = written;
    onProgress({ phase: 'stream', rows: written.rows, outOf: Math.max(written.rows, totalOf(written)) });
    await context.betweenChunks?.();
    await nextTurn();
    signal.throwIfAborted();
  }
  if (transfer === null) throw new NationalFault('truncated');
  await finish(context, transfer);
}
