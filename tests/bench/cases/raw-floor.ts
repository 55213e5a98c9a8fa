/**
 * The floor: the same rows, already in memory, through plain prepared inserts and the same indexes. What no transfer can
 * go under, whatever the wire.
 */
import { join } from 'node:path';
import type { BulkLine } from '../../../national-api/feed/bulk.ts';
import { bulkLines } from '../../../national-api/feed/bulk.ts';
import type { BenchCase } from '../bench-case.ts';
import { openGround, timed } from '../bench-case.ts';
import { DESK } from '../desk.ts';
import { openMirrorFile } from '../mirror-file.ts';

export const rawFloor: BenchCase = async (input) => {
  const ground = await openGround(input);
  const chunks: Extract<BulkLine, { columns: unknown }>[] = [];
  for await (const line of await bulkLines(ground, DESK)) if ('columns' in line) chunks.push(line);
  await ground.database.close();
  const { milliseconds } = await timed(async () => {
    const mirror = openMirrorFile(join(input.folder, 'floor.sqlite'));
    for (const { kind, columns, numbers, values } of chunks) mirror.insert(kind, columns, numbers, values);
    mirror.finish();
  });
  return { milliseconds, count: chunks.reduce((sum, { numbers }) => sum + numbers.length, 0) };
};
