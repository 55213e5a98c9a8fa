/** The worker in which a spreadsheet is read: what happens here cannot take anybody's memory or time with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { readFirstSheet } from './read-first-sheet.ts';
import { SheetRefusal } from './sheet-refusal.ts';

try {
  const sheet = await readFirstSheet(Buffer.from(workerData as Uint8Array));
  parentPort?.postMessage({ ok: true, sheet });
} catch (error) {
  parentPort?.postMessage({ ok: false, family: error instanceof SheetRefusal ? error.family : 'not-a-workbook' });
}
