/**
 * Exports under way and made.
 *
 * ```
 *   start ─▶ reading ─▶ sealing ─▶ done ──take──▶ forgotten
 *              └──stop()──┴─▶ stopped      a fault ─▶ failed
 * ```
 */
import type { ExportState } from '../../../contract/app/snapshot-contract.ts';
import { countRows } from '../../store/queries/export-rows.ts';
import type { Store } from '../../store/store.ts';
import type { Turns } from '../tables/turns.ts';
import { ExportStopped } from './export-job.ts';
import type { SnapshotOrder } from './make-snapshot.ts';
import { makeSnapshot } from './make-snapshot.ts';

interface Job {
  state: ExportState;
  isStopped: boolean;
  pieces: readonly Uint8Array[];
}

export interface ExportJobs {
  start(exportId: string, store: Store, order: Omit<SnapshotOrder, 'onSealing'>): void;
  state(exportId: string): ExportState | null;
  stop(exportId: string): void;
  /** Null when it is not made, or was given. */
  take(exportId: string): readonly Uint8Array[] | null;
}

const STOPPED = 'L’export a été annulé : aucun fichier n’a été écrit.';
const FAILED = 'L’export n’a pas pu être fait : aucun fichier n’a été écrit.';
const MOST_HELD = 3;

export function createExportJobs(turns: Turns, onFault: (error: unknown) => void): ExportJobs {
  const jobs = new Map<string, Job>();

  async function run(job: Job, store: Store, order: SnapshotOrder): Promise<void> {
    const onRows = (rows: number) => {
      job.state = { ...job.state, rows: job.state.rows + rows };
    };
    const made = await makeSnapshot({ turns, isStopped: () => job.isStopped, onRows }, store, order);
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
    start(exportId, store, order) {
      const held = [...jobs].filter(([, { state }]) => state.step !== 'reading' && state.step !== 'sealing');
      for (const [id] of held.slice(0, Math.max(0, held.length - MOST_HELD + 1))) jobs.delete(id);
      // Volunteers are read, then written; the rest is small beside them.
      const outOf = countRows(store, 'candidate') * 2 + countRows(store, 'mission') * 2 + countRows(store, 'proposal');
      const state: ExportState = { step: 'reading', rows: 0, outOf, bytes: 0, withheld: 0, message: null };
      const job: Job = { state, isStopped: false, pieces: [] };
      jobs.set(exportId, job);
      const onSealing = () => {
        job.state = { ...job.state, step: 'sealing' };
      };
      run(job, store, { ...order, onSealing }).catch((error: unknown) => fail(job, error));
    },
    state: (exportId) => jobs.get(exportId)?.state ?? null,
    stop(exportId) {
      const job = jobs.get(exportId);
      if (job !== undefined) job.isStopped = true;
    },
    take(exportId) {
      const job = jobs.get(exportId);
      if (job?.state.step !== 'done') return null;
      jobs.delete(exportId);
      return job.pieces;
    },
  };
}
