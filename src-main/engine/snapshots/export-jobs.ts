/**
 * Exports under way and made.
 *
 * ```
 *   start ─▶ reading ─▶ sealing ─▶ done ──take──▶ forgotten
 *              └──stop()──┴─▶ stopped      a fault ─▶ failed
 * ```
 */
import type { ExportState } from '../../../contract/app/snapshot-contract.ts';
import type { WrittenPart } from '../../snapshots/format/write-part.ts';
import type { Store } from '../../store/store.ts';
import type { Turns } from '../tables/turns.ts';
import type { ExportJob } from './export-job.ts';
import { ExportStopped } from './export-job.ts';
import type { SnapshotOrder } from './make-snapshot.ts';
import type { StartExportThread } from './run-export.ts';
import { runExport, startExportThread } from './run-export.ts';

interface Job {
  state: ExportState;
  readonly ending: AbortController;
  pieces: readonly Uint8Array[];
}

export type BeforeExport = (
  job: ExportJob,
  signal: AbortSignal,
) => Promise<{ readonly parts: readonly WrittenPart[]; readonly message: string | null }>;

export interface ExportJobs {
  /** @param before what is asked of the service first: more parts, and what is missing of them, in French */
  start(exportId: string, store: Store, order: SnapshotOrder, before?: BeforeExport): void;
  state(exportId: string): ExportState | null;
  stop(exportId: string): void;
  /** Null when it is not made, or was given. */
  take(exportId: string): readonly Uint8Array[] | null;
}

const STOPPED = 'L’export a été annulé : aucun fichier n’a été écrit.';
const FAILED = 'L’export n’a pas pu être fait : aucun fichier n’a été écrit.';
const MOST_HELD = 3;

export function createExportJobs(
  turns: Turns,
  onFault: (error: unknown) => void,
  startThread: StartExportThread = startExportThread,
): ExportJobs {
  const jobs = new Map<string, Job>();

  async function run(job: Job, store: Store, order: SnapshotOrder, before: BeforeExport | undefined): Promise<void> {
    const onRows = (rows: number) => {
      job.state = { ...job.state, rows: job.state.rows + rows };
    };
    const onTotal = (outOf: number) => {
      job.state = { ...job.state, outOf };
    };
    const onSealing = () => {
      job.state = { ...job.state, step: 'sealing' };
    };
    const { signal } = job.ending;
    const under = { turns, isStopped: () => signal.aborted, onRows, onTotal };
    const first = await before?.(under, signal);
    const whole = first === undefined ? order : { ...order, moreParts: [...first.parts, ...order.moreParts] };
    job.state = { ...job.state, rows: 0, message: first?.message ?? null };
    const made = await runExport(startThread, store, whole, { job: under, onSealing, signal });
    job.pieces = made.pieces;
    const bytes = made.pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
    job.state = { ...job.state, step: 'done', bytes, withheld: made.withheld };
  }

  function fail(job: Job, error: unknown): void {
    const isStopped = error instanceof ExportStopped;
    if (!isStopped) onFault(error);
    job.state = { ...job.state, step: isStopped ? 'stopped' : 'failed', message: isStopped ? STOPPED : FAILED };
  }

  return {
    start(exportId, store, order, before) {
      const held = [...jobs].filter(([, { state }]) => state.step !== 'reading' && state.step !== 'sealing');
      for (const [id] of held.slice(0, Math.max(0, held.length - MOST_HELD + 1))) jobs.delete(id);
      const state: ExportState = { step: 'reading', rows: 0, outOf: 0, bytes: 0, withheld: 0, message: null };
      const job: Job = { state, ending: new AbortController(), pieces: [] };
      jobs.set(exportId, job);
      run(job, store, order, before).catch((error: unknown) => fail(job, error));
    },
    state: (exportId) => jobs.get(exportId)?.state ?? null,
    stop(exportId) {
      jobs.get(exportId)?.ending.abort();
    },
    take(exportId) {
      const job = jobs.get(exportId);
      if (job?.state.step !== 'done') return null;
      jobs.delete(exportId);
      return job.pieces;
    },
  };
}
