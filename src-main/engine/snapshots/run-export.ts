/**
 * Makes one snapshot in a thread of its own. A base in memory is read where it is, in slices; so is one whose thread could
 * not open it.
 *
 * ```
 *   thread started ─▶ begun ─▶ rows … ─▶ sealing ─▶ made
 *        └─ dies before « begun » ─▶ here, in slices        stopped ─▶ the thread is ended
 * ```
 */
import { Worker } from 'node:worker_threads';
import type { Store } from '../../store/store.ts';
import type { ExportJob } from './export-job.ts';
import { ExportStopped } from './export-job.ts';
import type { ExportMessage, ExportTask } from './export-message.ts';
import type { MadeSnapshot, SnapshotOrder } from './make-snapshot.ts';
import { makeSnapshot } from './make-snapshot.ts';

/** What the thread of an export is to who runs it: `Worker` of Node, or one that tests hold. */
export interface ExportThread {
  on(event: 'message', listener: (message: ExportMessage) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

export type StartExportThread = (task: ExportTask) => ExportThread;

/** The engine keeps its heap small; the thread of an export lives for seconds and makes much that lives for a moment. */
const YOUNG_MEGABYTES = 32;

/** The thread's program stands beside this file, in the sources as in the bundle. */
export const startExportThread: StartExportThread = (task) => {
  const name = import.meta.url.endsWith('.ts') ? './export-thread.ts' : './export-thread.cjs';
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
  return new Worker(new URL(name, import.meta.url), { name: 'instantane', workerData: task, resourceLimits });
};

/** The thread ended before it had the base open: nothing was read. */
class ThreadNotBegun extends Error {}
/** It ended later, without a file. */
export class ExportThreadDied extends Error {
  override readonly name = 'ExportThreadDied';
}

export interface ExportRun {
  readonly job: ExportJob;
  readonly onSealing: () => void;
  /** Nobody wants it any more. */
  readonly signal: AbortSignal;
}

function inThread(start: StartExportThread, task: ExportTask, { job, onSealing, signal }: ExportRun) {
  return new Promise<MadeSnapshot>((resolve, reject) => {
    const thread = start(task);
    const state = { begun: false, reason: '' };
    const cancel = () => {
      reject(new ExportStopped());
      thread.terminate().catch(() => undefined);
    };
    signal.addEventListener('abort', cancel, { once: true });
    thread.on('message', (message) => {
      if (message.type === 'begun') {
        state.begun = true;
        job.onTotal(message.total);
      } else if (message.type === 'rows') job.onRows(message.rows);
      else if (message.type === 'sealing') onSealing();
      else resolve({ pieces: [message.bytes], withheld: message.withheld });
    });
    thread.on('error', (error) => {
      state.reason = error instanceof Error ? error.name : 'error';
    });
    thread.on('exit', (code) => {
      signal.removeEventListener('abort', cancel);
      const reason = state.reason === '' ? `exit ${code}` : state.reason;
      reject(state.begun ? new ExportThreadDied(reason) : new ThreadNotBegun(reason));
    });
  });
}

/** @throws ExportStopped when the signal says so; ExportThreadDied; StoreFault */
export async function runExport(
  start: StartExportThread,
  store: Store,
  order: SnapshotOrder,
  run: ExportRun,
): Promise<MadeSnapshot> {
  const source = store.instantSource;
  const here = () => makeSnapshot(run.job, store.readInstant(), order, run.onSealing);
  if (run.signal.aborted) throw new ExportStopped();
  if (source === null) return here();
  try {
    return await inThread(start, { source, order }, run);
  } catch (error) {
    if (error instanceof ThreadNotBegun) return here();
    throw error;
  }
}
