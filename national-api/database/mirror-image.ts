/** Builds a SQLite image in memory, beside the service: rows go in by chunks, compressed bytes come out. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface ImagePlan {
  /** CREATE TABLE statements, before the rows. */
  readonly tables: readonly string[];
  /** CREATE INDEX statements, after them. */
  readonly indexes: readonly string[];
}

export interface ImageRows {
  readonly table: string;
  readonly columns: readonly string[];
  /** Each row's feed number. */
  readonly numbers: readonly number[];
  /** One list per column, as long as `numbers`. */
  readonly values: readonly (readonly (string | number | null)[])[];
}

export type ImageOrder = ({ readonly do: 'insert' } & ImageRows) | { readonly do: 'finish' };
export type ImageAnswer = { readonly did: 'insert' } | ({ readonly did: 'finish' } & FinishedImage);

export interface FinishedImage {
  /** The zstd-compressed SQLite file. */
  readonly content: Uint8Array<ArrayBuffer>;
  /** Its size once inflated. */
  readonly bytes: number;
  /** Of the compressed bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface MirrorImage {
  /** Resolves once the rows are in: the next chunk can be read meanwhile. */
  insert(rows: ImageRows): Promise<void>;
  finish(): Promise<FinishedImage>;
  /** Stops the thread, finished or not. */
  dispose(): Promise<void>;
}

/**
 * @example
 * const image = startMirrorImage({ tables: MIRROR_DDL, indexes: MIRROR_INDEXES });
 * try { await image.insert(rows); return await image.finish(); } finally { await image.dispose(); }
 */
export function startMirrorImage(plan: ImagePlan): MirrorImage {
  const worker = new Worker(new URL('./mirror-image-worker.ts', import.meta.url), { workerData: plan });
  const died = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The image's thread stopped (${code})`)));
  });
  // Its end is told to whoever asks; when nobody does, it is not an unhandled rejection.
  died.catch(() => {});

  // One order at a time.
  async function ask<Did extends ImageAnswer['did']>(order: ImageOrder, did: Did) {
    const answered = once(worker, 'message');
    worker.postMessage(order);
    const [answer] = (await Promise.race([answered, died])) as [ImageAnswer];
    if (answer.did !== did) throw new Error(`The image answered ${answer.did} to ${did}`);
    return answer as Extract<ImageAnswer, { did: Did }>;
  }
  return {
    async insert(rows) {
      await ask({ do: 'insert', ...rows }, 'insert');
    },
    async finish() {
      const { content, bytes, sha256 } = await ask({ do: 'finish' }, 'finish');
      return { content, bytes, sha256 };
    },
    async dispose() {
      await worker.terminate();
    },
  };
}
