/** Reads a spreadsheet in a worker with a bounded heap and time; never in the thread that asks (TRUST S26). */
import { Worker } from 'node:worker_threads';
import { MOST_ARCHIVE_BYTES } from './read-archive.ts';
import type { FirstSheet } from './read-first-sheet.ts';
import type { SheetRefusalFamily } from './sheet-refusal.ts';
import { SheetRefusal } from './sheet-refusal.ts';

export interface SheetLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

const DEFAULT_LIMITS: SheetLimits = { milliseconds: 30_000, heapMegabytes: 192 };

type Answer =
  | { readonly ok: true; readonly sheet: FirstSheet }
  | { readonly ok: false; readonly family: SheetRefusalFamily };

/**
 * @throws SheetRefusal
 * @example const { rows } = await readSpreadsheet(bytes);
 */
export async function readSpreadsheet(bytes: Uint8Array, limits: SheetLimits = DEFAULT_LIMITS): Promise<FirstSheet> {
  if (bytes.length > MOST_ARCHIVE_BYTES) throw new SheetRefusal('too-large');
  // The worker's program stands beside this file, in the sources as in the bundle.
  const name = import.meta.url.endsWith('.ts') ? './sheet-worker.ts' : './sheet-worker.cjs';
  const worker = new Worker(new URL(name, import.meta.url), {
    // A copy: the caller's bytes stay the caller's.
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    // Nothing of the asker's environment or arguments is of any use to it.
    env: {},
    argv: [],
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(new SheetRefusal('too-long')), limits.milliseconds);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(new SheetRefusal(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much-memory' : 'not-a-workbook')),
      );
      worker.once('exit', () => reject(new SheetRefusal('not-a-workbook')));
    });
    if (!answer.ok) throw new SheetRefusal(answer.family);
    return answer.sheet;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
