/** Inflates one part as a stream and gives its lines: never more of it in memory than one line. */
import { Readable } from 'node:stream';
import { constants, createZstdDecompress } from 'node:zlib';
import { LIMITS } from './limits.ts';
import type { Part } from './manifest.ts';
import { SnapshotFault } from './snapshot-fault.ts';

const LINE_FEED = 10;
const MEBIBYTE = 1024 * 1024;
/** Fed in small pieces, so that a bomb is seen before much of it is inflated. */
const FEED_BYTES = 16 * 1024;
/** Asks of the decoder: a frame whose window would ask more memory is refused. */
const WINDOW_LOG_MAX = 24;

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += FEED_BYTES) yield bytes.subarray(at, at + FEED_BYTES);
}

async function* inflated(part: Part, compressed: Uint8Array): AsyncGenerator<Buffer> {
  const inflater = createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: WINDOW_LOG_MAX } });
  const source = Readable.from(inPieces(compressed));
  source.pipe(inflater);
  let total = 0;
  try {
    for await (const piece of inflater as AsyncIterable<Buffer>) {
      total += piece.byteLength;
      if (total > part.inflated) throw new SnapshotFault('malformed');
      if (total > MEBIBYTE && total > part.bytes * LIMITS.ratio) throw new SnapshotFault('too-large');
      yield piece;
    }
  } catch (error) {
    throw error instanceof SnapshotFault ? error : new SnapshotFault('malformed', null, { cause: error });
  } finally {
    source.destroy();
    inflater.destroy();
  }
  if (total !== part.inflated) throw new SnapshotFault('malformed');
}

/** Lines without their line feed; the last one has one too. @throws SnapshotFault 'malformed' | 'too-large' */
export async function* linesOf(part: Part, compressed: Uint8Array): AsyncGenerator<string> {
  const held: Buffer[] = [];
  let length = 0;
  for await (const piece of inflated(part, compressed)) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, from)) {
      held.push(piece.subarray(from, end));
      yield utf8(Buffer.concat(held));
      held.length = 0;
      length = 0;
      from = end + 1;
    }
    held.push(piece.subarray(from));
    length += piece.byteLength - from;
    if (length > LIMITS.lineBytes) throw new SnapshotFault('too-large');
  }
  if (length > 0) throw new SnapshotFault('malformed');
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new SnapshotFault('malformed', null, { cause: error });
  }
}
