/**
 * The thread that builds a mirror in memory: tables, rows, indexes, then one compressed image. It is a thread of its
 * own because each step would hold the service's event loop; nothing is ever written to disk here.
 */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { constants, zstdCompressSync } from 'node:zlib';
import BetterSqlite from 'better-sqlite3';
import type { ImageAnswer, ImageOrder, ImagePlan } from './mirror-image.ts';

/** Level 3: a higher one gains little and takes ten times longer (PERFORMANCE §2d). */
const LEVEL = 3;

const plan = workerData as ImagePlan;
const image = new BetterSqlite(':memory:');
for (const statement of plan.tables) image.exec(statement);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function insert(order: Extract<ImageOrder, { do: 'insert' }>): void {
  const columns = [...order.columns, 'feedNumber'].map(quoted).join(', ');
  const places = Array.from({ length: order.columns.length + 1 }, () => '?').join(', ');
  const statement = image.prepare(`INSERT INTO ${quoted(order.table)} (${columns}) VALUES (${places})`);
  image.transaction(() => {
    for (const [index, number] of order.numbers.entries()) {
      statement.run([...order.values.map((column) => column[index] ?? null), number]);
    }
  })();
}

function finish(): Extract<ImageAnswer, { did: 'finish' }> {
  for (const statement of plan.indexes) image.exec(statement);
  const plain = image.serialize();
  image.close();
  const compressed = zstdCompressSync(plain, {
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL },
    pledgedSrcSize: plain.byteLength,
  });
  const content = new Uint8Array(compressed);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { did: 'finish', content, bytes: plain.byteLength, sha256 };
}

parentPort?.on('message', (order: ImageOrder) => {
  if (order.do === 'insert') {
    insert(order);
    parentPort?.postMessage({ did: 'insert' } satisfies ImageAnswer);
    return;
  }
  const answer = finish();
  // Whoever asked ends the thread: closing it here could overtake the answer.
  parentPort?.postMessage(answer, [answer.content.buffer as ArrayBuffer]);
});
