/** Reads a bulk transfer: zstd inflated piece by piece, one JSON line at a time, each of a size that is bounded. */
import { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { z } from 'zod';
import { bulkChunkSchema, bulkHeaderSchema, bulkTrailerSchema } from '../../contract/national/feed.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { NationalFault } from './national-fault.ts';
import { parseAs } from './read-answer.ts';
import { requireColumns } from './row-check.ts';

/** A chunk of 2,000 wide rows is far below it. */
const MOST_LINE_BYTES = 32 * 1024 * 1024;

export type BulkHeader = z.infer<typeof bulkHeaderSchema>;
export type BulkChunk = Omit<z.infer<typeof bulkChunkSchema>, 'kind'> & { readonly kind: RowKind };

/** What a transfer gives, in order: the header, then chunks. It ends normally only after its last line. */
export type BulkItem =
  | { readonly type: 'header'; readonly header: BulkHeader }
  | { readonly type: 'chunk'; readonly chunk: BulkChunk };

type Values = z.infer<typeof bulkChunkSchema>['values'];
const isLists = (values: unknown): boolean => Array.isArray(values) && values.every(Array.isArray);
/** Each cell is looked at once, by `requireColumns`, which knows the type of its column: seven millions for a nation. */
const laterLine = z.union([bulkTrailerSchema, bulkChunkSchema.extend({ values: z.custom<Values>(isLists) })]);

async function* inflated(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(compressed, { objectMode: false });
  const inflate = createZstdDecompress();
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof NationalFault) throw error;
    throw new NationalFault('truncated', { cause: error });
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

/** Lines of bytes, without their end. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const part of bytes) {
    let start = 0;
    for (let end = part.indexOf(10, start); end !== -1; end = part.indexOf(10, start)) {
      parts.push(part.subarray(start, end));
      yield Buffer.concat(parts).toString('utf8');
      parts = [];
      held = 0;
      start = end + 1;
    }
    parts.push(part.subarray(start));
    held += part.length - start;
    if (held > MOST_LINE_BYTES) throw new NationalFault('too-large');
  }
  if (held > 0) throw new NationalFault('truncated');
}

/**
 * @param compressed the bytes of the answer
 * @throws NationalFault 'truncated' when the last line never came: what was given until then is good, and its `resume`
 */
export async function* readBulk(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<BulkItem, void, undefined> {
  let begun = false;
  let rows = 0;
  for await (const line of linesOf(inflated(compressed))) {
    if (!begun) {
      begun = true;
      yield { type: 'header', header: parseAs(bulkHeaderSchema, line) };
      continue;
    }
    const item = parseAs(laterLine, line);
    if ('end' in item) {
      if (item.rows !== rows) throw new NationalFault('truncated');
      return;
    }
    const kind = requireColumns(item.kind, item.columns, item.values, item.numbers.length);
    rows += item.numbers.length;
    yield { type: 'chunk', chunk: { ...item, kind } };
  }
  throw new NationalFault('truncated');
}
