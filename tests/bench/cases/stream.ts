/** The first transfer by stream: what it costs the service to give it, and a workstation to take it in. */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { bulkStream } from '../../../national-api/feed/bulk.ts';
import type { BenchCase, CaseInput } from '../bench-case.ts';
import { openGround, timed } from '../bench-case.ts';
import { DESK } from '../desk.ts';
import { openMirrorFile } from '../mirror-file.ts';

async function drain(input: CaseInput): Promise<{ milliseconds: number; rows: number; content: Buffer }> {
  const ground = await openGround(input);
  const { rows } = await ground.database.read
    .selectFrom('feed')
    .select((builder) => builder.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  const { milliseconds, result } = await timed(async () => {
    const pieces: Buffer[] = [];
    for await (const piece of await bulkStream(ground, DESK)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  });
  await ground.database.close();
  return { milliseconds, rows, content: result };
}

interface Chunk {
  readonly kind: string;
  readonly columns: readonly string[];
  readonly numbers: readonly number[];
  readonly values: (string | number | null)[][];
}

/** Reads every row, builds the lines, compresses: the service's side. */
export const streamGiven: BenchCase = async (input) => {
  const { milliseconds, rows, content } = await drain(input);
  return { milliseconds, count: rows, bytes: content.length };
};

/** Decompresses, parses, inserts, indexes: the workstation's side, the bytes being there. */
export const streamTaken: BenchCase = async (input) => {
  const { content } = await drain(input);
  const { milliseconds, result } = await timed(async () => {
    const mirror = openMirrorFile(join(input.folder, 'stream.sqlite'));
    const lines = createInterface({
      input: Readable.from([content]).pipe(createZstdDecompress()),
      crlfDelay: Infinity,
    });
    let rows = 0;
    for await (const line of lines) {
      const chunk = JSON.parse(line) as Partial<Chunk>;
      if (chunk.kind === undefined || chunk.columns === undefined) continue;
      mirror.insert(chunk.kind, chunk.columns, chunk.numbers ?? [], chunk.values ?? []);
      rows += chunk.numbers?.length ?? 0;
    }
    mirror.finish();
    return rows;
  });
  return { milliseconds, count: result, bytes: content.length };
};
