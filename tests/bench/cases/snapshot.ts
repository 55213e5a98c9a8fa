/** The ready-made first snapshot: building it, which the service does now and then, and opening it, which each one waits for. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import BetterSqlite from 'better-sqlite3';
import { buildSnapshot } from '../../../national-api/snapshot/build-snapshot.ts';
import type { BenchCase, CaseInput } from '../bench-case.ts';
import { openGround, timed } from '../bench-case.ts';

async function build(input: CaseInput) {
  const ground = await openGround(input);
  const { milliseconds, result } = await timed(() => buildSnapshot(ground, null));
  await ground.database.close();
  const rows = Object.values(result.rows).reduce((sum, count) => sum + count, 0);
  return { milliseconds, rows, content: result.content };
}

export const snapshotBuilt: BenchCase = async (input) => {
  const { milliseconds, rows, content } = await build(input);
  return { milliseconds, count: rows, bytes: content.length };
};

/** Inflates, writes, brings to the disk, opens, counts. */
export const snapshotOpened: BenchCase = async (input) => {
  const { rows, content } = await build(input);
  const path = join(input.folder, 'snapshot.sqlite');
  const { milliseconds, result } = await timed(async () => {
    const file = openSync(path, 'w');
    writeSync(file, zstdDecompressSync(content));
    fsyncSync(file);
    closeSync(file);
    const database = new BetterSqlite(path, { readonly: true });
    const counted = database.prepare('SELECT count(*) FROM "candidate"').pluck().get() as number;
    database.close();
    return counted;
  });
  if (result === 0 || result > rows) throw new Error(`The snapshot holds ${result} candidates`);
  return { milliseconds, count: rows, bytes: content.length };
};
