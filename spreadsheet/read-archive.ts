/**
 * Opens a ZIP from an unknown hand (TRUST S24). Everything is checked in the central directory before a byte is
 * inflated, and again while inflating: no entry may be more than it said.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { SheetRefusal } from './sheet-refusal.ts';

export const MOST_ARCHIVE_BYTES = 5 * 1024 * 1024;
const MOST_ENTRIES = 1000;
const MOST_TOTAL_BYTES = 64 * 1024 * 1024;
/** Above this size, an entry may not inflate more than `MOST_RATIO` times. */
const RATIO_FROM_BYTES = 1024 * 1024;
const MOST_RATIO = 100;
const MOST_NAME_BYTES = 255;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const ZIP64_MARK = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const MADE_BY_UNIX = 3;
const FILE_TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;

const ARCHIVE_NAMES = /\.(?:zip|xlsx|xlsm|xlsb|docx|pptx|jar|7z|rar|gz|bz2|xz|zst|tar)$/i;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/** Where the central directory ends: the record must close the file, comment included. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - 0xffff);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    const closes = at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength;
    if (view.getUint32(at, true) === END_SIGNATURE && closes) return at;
  }
  throw new SheetRefusal('truncated');
}

function checkName(name: string): void {
  const parts = name.split('/');
  const absolute = name.startsWith('/') || /^[A-Za-z]:/.test(name);
  const climbs = parts.includes('..') || parts.includes('.');
  const odd = [...name].some((character) => character === '\\' || character < ' ' || character === '\u007f');
  if (name === '' || absolute || climbs || odd) throw new SheetRefusal('unsafe-name');
  if (ARCHIVE_NAMES.test(name)) throw new SheetRefusal('nested-archive');
}

function readCentralEntry(bytes: Buffer, at: number): { entry: Entry; next: number } {
  if (at + CENTRAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_SIGNATURE) {
    throw new SheetRefusal('truncated');
  }
  const [madeBy, flags, method] = [bytes.readUInt8(at + 5), bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + CENTRAL_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (nameLength > MOST_NAME_BYTES) throw new SheetRefusal('unsafe-name');
  if (next > bytes.length) throw new SheetRefusal('truncated');
  const name = bytes.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
  checkName(name);
  const fileType = (bytes.readUInt32LE(at + 38) >>> 16) & FILE_TYPE_MASK;
  if (madeBy === MADE_BY_UNIX && fileType === SYMBOLIC_LINK) throw new SheetRefusal('symbolic-link');
  if ((flags & 1) !== 0) throw new SheetRefusal('encrypted');
  if (method !== STORED && method !== DEFLATED) throw new SheetRefusal('unknown-compression');
  const entry: Entry = {
    name,
    method,
    crc: bytes.readUInt32LE(at + 16),
    compressed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  if ([entry.compressed, entry.size, entry.offset].includes(ZIP64_MARK)) throw new SheetRefusal('too-much-content');
  return { entry, next };
}

function checkSizes(entries: readonly Entry[]): void {
  let total = 0;
  for (const { compressed, size, method } of entries) {
    total += size;
    if (method === STORED && compressed !== size) throw new SheetRefusal('lying-size');
    if (size > RATIO_FROM_BYTES && size > compressed * MOST_RATIO) throw new SheetRefusal('suspicious-ratio');
  }
  if (total > MOST_TOTAL_BYTES) throw new SheetRefusal('too-much-content');
}

/** Where an entry's bytes lie; its local header must say the same as the directory. */
function dataOf(bytes: Buffer, entry: Entry, directory: number): { start: number; end: number } {
  const at = entry.offset;
  if (at + LOCAL_BYTES > directory || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE) throw new SheetRefusal('truncated');
  const nameLength = bytes.readUInt16LE(at + 26);
  const start = at + LOCAL_BYTES + nameLength + bytes.readUInt16LE(at + 28);
  const end = start + entry.compressed;
  if (end > directory) throw new SheetRefusal('truncated');
  const name = bytes.toString('utf8', at + LOCAL_BYTES, at + LOCAL_BYTES + nameLength);
  if (name !== entry.name || bytes.readUInt16LE(at + 8) !== entry.method) throw new SheetRefusal('lying-size');
  return { start, end };
}

function inflate(bytes: Buffer, entry: Entry, { start, end }: { start: number; end: number }): Buffer {
  const packed = bytes.subarray(start, end);
  let content: Buffer;
  try {
    content = entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    const tooLong = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new SheetRefusal(tooLong ? 'lying-size' : 'truncated');
  }
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new SheetRefusal('lying-size');
  if (content.length >= 4 && content.readUInt32LE(0) === LOCAL_SIGNATURE) throw new SheetRefusal('nested-archive');
  return content;
}

function readDirectory(bytes: Buffer): { entries: Entry[]; directory: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = bytes.readUInt16LE(end + 10);
  const directory = bytes.readUInt32LE(end + 16);
  const directorySize = bytes.readUInt32LE(end + 12);
  if (count !== bytes.readUInt16LE(end + 8) || directory + directorySize !== end) throw new SheetRefusal('truncated');
  if (count > MOST_ENTRIES) throw new SheetRefusal('too-many-parts');
  const entries: Entry[] = [];
  let at = directory;
  while (at < end) {
    if (entries.length === MOST_ENTRIES) throw new SheetRefusal('too-many-parts');
    const { entry, next } = readCentralEntry(bytes, at);
    entries.push(entry);
    at = next;
  }
  // A count that is too small hides entries from those who trust it.
  if (entries.length !== count) throw new SheetRefusal('too-many-parts');
  return { entries, directory };
}

/**
 * The wanted entries of an archive, inflated.
 *
 * @param wanted names that are needed; the others are checked and left closed
 * @throws SheetRefusal
 */
export function readArchive(bytes: Buffer, wanted: (name: string) => boolean): ReadonlyMap<string, Buffer> {
  if (bytes.length > MOST_ARCHIVE_BYTES) throw new SheetRefusal('too-large');
  if (bytes.length < END_BYTES || bytes.readUInt32LE(0) !== LOCAL_SIGNATURE) throw new SheetRefusal('not-a-workbook');
  const { entries, directory } = readDirectory(bytes);
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length) {
    throw new SheetRefusal('duplicate-name');
  }
  checkSizes(entries);
  const placed = entries.map((entry) => ({ entry, ...dataOf(bytes, entry, directory) }));
  placed.sort((left, right) => left.entry.offset - right.entry.offset);
  placed.forEach(({ end }, index) => {
    const following = placed[index + 1];
    if (following !== undefined && end > following.entry.offset) throw new SheetRefusal('overlap');
  });
  const contents = new Map<string, Buffer>();
  for (const one of placed) {
    if (!one.entry.name.endsWith('/') && wanted(one.entry.name)) {
      contents.set(one.entry.name, inflate(bytes, one.entry, one));
    }
  }
  return contents;
}
