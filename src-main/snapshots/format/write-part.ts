/** Builds one part: blocks of rows, compressed as they come beside the event loop, their digest and sizes known at the end. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { constants, createZstdCompress } from 'node:zlib';
import type { Value } from './block.ts';
import { writeBlock } from './block.ts';
import type { Part, PartColumn } from './manifest.ts';

const BLOCK_ROWS = 2_000;
const LEVEL = 3;

export interface WrittenPart {
  readonly part: Part;
  readonly content: readonly Uint8Array[];
}

export interface PartWriter {
  /** Resolves when another row may come: at once, but after each block. */
  add(row: Readonly<Record<string, Value>>): Promise<void> | undefined;
  end(): Promise<WrittenPart>;
  /** Lets go of everything. */
  abandon(): void;
}

export function createPartWriter(name: string, columns: readonly PartColumn[]): PartWriter {
  const compressor = createZstdCompress({
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 },
  });
  const content: Uint8Array[] = [];
  const hash = createHash('sha256');
  const state = { rows: 0, inflated: 0, bytes: 0, held: 0, block: columns.map((): Value[] => []) };
  compressor.on('data', (piece: Buffer) => {
    content.push(new Uint8Array(piece));
    hash.update(piece);
    state.bytes += piece.byteLength;
  });
  const flush = async () => {
    if (state.held === 0) return;
    const bytes = Buffer.from(writeBlock(state.block), 'utf8');
    state.inflated += bytes.byteLength;
    state.rows += state.held;
    state.held = 0;
    state.block = columns.map(() => []);
    if (!compressor.write(bytes)) await once(compressor, 'drain');
  };
  return {
    add(row) {
      for (const [index, column] of columns.entries()) state.block[index]?.push(row[column.name] ?? null);
      state.held += 1;
      return state.held < BLOCK_ROWS ? undefined : flush();
    },
    async end() {
      await flush();
      const ended = once(compressor, 'end');
      compressor.end();
      await ended;
      const { rows, bytes, inflated } = state;
      return { part: { name, columns: [...columns], rows, bytes, inflated, sha256: hash.digest('hex') }, content };
    },
    abandon: () => void compressor.destroy(),
  };
}
