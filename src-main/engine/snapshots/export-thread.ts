/**
 * Entry of the thread that makes one snapshot, with a connection of its own to the base: no window ever waits behind it.
 * It tells how far it is, gives the file, and ends; whoever no longer wants it ends the thread.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { SILENT_LOG } from '../../diagnostics/log.ts';
import { openInstant } from '../../store/open-instant.ts';
import type { ExportJob } from './export-job.ts';
import type { ExportMessage, ExportTask } from './export-message.ts';
import { makeSnapshot } from './make-snapshot.ts';

const TELL_EVERY_MILLISECONDS = 100;

const { source, order } = workerData as ExportTask;
const stopwatch = (): number => performance.now();
const post = (message: ExportMessage, handedOver: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, [...handedOver]);

const told = { rows: 0, at: stopwatch() };
const tellRows = (): void => {
  post({ type: 'rows', rows: told.rows });
  told.rows = 0;
  told.at = stopwatch();
};

/** A rejection ends the thread, and whoever started it hears why. */
async function run(): Promise<void> {
  const job: ExportJob = {
    turns: {
      later: async () => {
        await nextTurn();
      },
      stopwatch,
    },
    isStopped: () => false,
    onTotal: (total) => post({ type: 'begun', total }),
    onRows(rows) {
      told.rows += rows;
      if (stopwatch() - told.at > TELL_EVERY_MILLISECONDS) tellRows();
    },
  };
  const instant = openInstant(source, SILENT_LOG, stopwatch);
  const { pieces, withheld } = await makeSnapshot(job, instant, order, () => post({ type: 'sealing' }));
  tellRows();
  const bytes = new Uint8Array(Buffer.concat(pieces));
  post({ type: 'made', bytes, withheld }, [bytes.buffer]);
}

void run();
