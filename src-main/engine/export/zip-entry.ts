/** The few pieces of a ZIP archive that a workbook needs: entries deflated as they come, then the directory (APPNOTE 6.3). */
import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly packed: readonly Uint8Array[];
  readonly packedSize: number;
}

const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
const VERSION = 20;
/** The first of January 1980: an archive says nothing of when it was made. */
const DATE = 0x0021;
const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;

/** Deflates the parts of one file; other work goes on while it does. */
export async function packEntry(name: string, parts: AsyncIterable<string> | Iterable<string>): Promise<ZipEntry> {
  const deflate = createDeflateRaw({ level: 6 });
  const packed: Uint8Array[] = [];
  deflate.on('data', (part: Buffer) => packed.push(part));
  const ended = once(deflate, 'end');
  let crc = 0;
  let size = 0;
  try {
    for await (const part of parts) {
      const bytes = Buffer.from(part, 'utf8');
      crc = crc32(bytes, crc);
      size += bytes.byteLength;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    }
  } catch (error) {
    deflate.destroy();
    ended.catch(() => undefined);
    throw error;
  }
  deflate.end();
  await ended;
  return { name, crc, size, packed, packedSize: packed.reduce((sum, { byteLength }) => sum + byteLength, 0) };
}

function writeFacts(header: Buffer, at: number, { name, crc, size, packedSize }: ZipEntry): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packedSize, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(Buffer.byteLength(name), at + 22);
}

/** The parts of the archive, in order. */
export function zipParts(entries: readonly ZipEntry[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const local = Buffer.alloc(LOCAL_HEADER);
    local.writeUInt32LE(0x04034b50, 0);
    writeFacts(local, 4, entry);
    parts.push(local, name, ...entry.packed);
    const central = Buffer.alloc(CENTRAL_HEADER);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(VERSION, 4);
    writeFacts(central, 6, entry);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    offset += LOCAL_HEADER + name.byteLength + entry.packedSize;
  }
  const size = directory.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return [...parts, ...directory, end];
}
