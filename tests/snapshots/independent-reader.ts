/**
 * A reader of exported snapshots written from docs/snapshot-format.md alone: no file of the product is imported, and the
 * seal is left to the public `age` tool (or to whoever opened it). Prints the manifest and counts of each part.
 *
 * node independent-reader.ts CONTAINER SIGNER.pem
 */
import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';

const MAGIC = 'renfort-snapshot/1\n';
const MOST_INFLATED = 2000 * 1024 * 1024;
const REQUIRED = 'application approval format id keyId kind parts request revision smallest takenAt version withheld';

type Value = string | number | null;
interface Column {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'real' | 'flag';
  readonly nullable: boolean;
}
interface Part {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly bytes: number;
  readonly inflated: number;
  readonly sha256: string;
}
interface Manifest {
  readonly id: string;
  readonly version: number;
  readonly takenAt: string;
  readonly keyId: string;
  readonly request: { readonly purposeText: string };
  readonly parts: readonly Part[];
}
type Row = Readonly<Record<string, Value>>;

function refuse(code: string): never {
  throw Object.assign(new Error(code), { code });
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

function keyIdOf(publicKey: KeyObject): string {
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return createHash('sha256').update(raw).digest().subarray(0, 16).toString('hex');
}

/** §2: head and signature, before anything is parsed. */
function readManifest(bytes: Buffer, publicKey: KeyObject): { manifest: Manifest; end: number } {
  const magic = bytes.subarray(0, 19).toString('latin1');
  if (!magic.startsWith('renfort-snapshot/')) refuse('not-a-snapshot');
  if (magic !== MAGIC) refuse('future-version');
  if (bytes.length < 103) refuse('truncated');
  const keyId = bytes.subarray(19, 35).toString('hex');
  if (keyId !== keyIdOf(publicKey)) refuse('unknown-signer');
  const length = bytes.readUInt32BE(35);
  if (length > 1_048_576) refuse('too-large');
  const text = bytes.subarray(103, 103 + length);
  if (text.length < length) refuse('truncated');
  if (!verify(null, text, publicKey, bytes.subarray(39, 103))) refuse('bad-signature');
  const manifest = JSON.parse(text.toString('utf8')) as Manifest;
  if (manifest.version > 1) refuse('future-version');
  const keys = Object.keys(manifest).join(' ');
  if (canonical(manifest) !== text.toString('utf8') || keys !== REQUIRED) refuse('malformed');
  if (manifest.keyId !== keyId) refuse('bad-signature');
  return { manifest, end: 103 + length };
}

const CHECKS: Readonly<Record<Column['type'], (value: Value) => boolean>> = {
  text: (value) => typeof value === 'string' && value.length <= 20_000,
  integer: Number.isSafeInteger,
  real: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => value === 0 || value === 1,
};

/** §4: one line, one block of rows. */
function readBlock(line: string, columns: readonly Column[]): Row[] {
  const block = JSON.parse(line) as Value[][];
  const rows = block[0]?.length ?? 0;
  if (block.length !== columns.length || rows < 1 || rows > 5000) refuse('malformed');
  for (const [index, { type, nullable }] of columns.entries()) {
    const values = block[index] ?? [];
    if (values.length !== rows) refuse('malformed');
    for (const value of values) {
      if (value === null ? !nullable : !CHECKS[type](value)) refuse('malformed');
    }
  }
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map(({ name }, column) => [name, block[column]?.[row] ?? null])),
  );
}

/** §4: digest, then inflating under a ceiling, then rows. */
function readPart(bytes: Buffer, part: Part): Row[] {
  if (bytes.length < part.bytes) refuse('truncated');
  if (createHash('sha256').update(bytes).digest('hex') !== part.sha256) refuse('altered');
  if (part.inflated > MOST_INFLATED || part.rows > 1_000_000 || part.bytes > 64 * 1024 * 1024) refuse('too-large');
  if (part.inflated > 1024 * 1024 && part.inflated > 250 * part.bytes) refuse('too-large');
  const text = zstdDecompressSync(bytes, { maxOutputLength: part.inflated + 1 });
  if (text.length !== part.inflated) refuse('malformed');
  const lines = text.toString('utf8').split('\n');
  if (lines.pop() !== '') refuse('malformed');
  const rows = lines.flatMap((line) => readBlock(line, part.columns));
  if (rows.length !== part.rows) refuse('malformed');
  return rows;
}

/** Everything in a container, or an error whose `code` is one of §8. */
export function readSnapshot(bytes: Buffer, signerPem: string) {
  const { manifest, end } = readManifest(bytes, createPublicKey(signerPem));
  const parts: Record<string, readonly Row[]> = {};
  let at = end;
  for (const part of manifest.parts) {
    parts[part.name] = readPart(bytes.subarray(at, at + part.bytes), part);
    at += part.bytes;
  }
  if (at !== bytes.length) refuse('altered');
  return { manifest, parts };
}

if (process.argv[1] === import.meta.filename) {
  const [, , container = '', signer = ''] = process.argv;
  try {
    const { manifest, parts } = readSnapshot(readFileSync(container), readFileSync(signer, 'utf8'));
    const counts = Object.fromEntries(Object.entries(parts).map(([name, rows]) => [name, rows.length]));
    process.stdout.write(`${JSON.stringify({ id: manifest.id, takenAt: manifest.takenAt, counts })}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
