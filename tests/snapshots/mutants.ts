/** Spoils snapshots: bytes changed anywhere, and contents that break the format but are signed again by a trusted key. */
import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import { HEAD_BYTES, readHead, writeHead } from '../../src-main/snapshots/format/container-head.ts';
import type { SigningKey } from '../../src-main/snapshots/format/signing-key.ts';
import { signBytes } from '../../src-main/snapshots/format/signing-key.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { SIGNER } from './sample-snapshot.ts';

/** One byte changed, a piece cut out, repeated, or the end cut off. */
export function spoilBytes(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const at = random.next(bytes.byteLength);
  const kind = random.next(10);
  if (kind === 0) return bytes.slice(0, at);
  if (kind === 1) return new Uint8Array(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]));
  if (kind === 2) return new Uint8Array(Buffer.concat([bytes, bytes.subarray(at)]));
  const spoiled = bytes.slice();
  spoiled[at] = (spoiled[at] ?? 0) ^ (1 << random.next(8));
  return spoiled;
}

type Json = Record<string, unknown>;

export interface OpenContainer {
  readonly manifest: Json & { parts: Json[] };
  readonly parts: Uint8Array[];
}

export function takeApart(container: Uint8Array): OpenContainer {
  const { manifestBytes } = readHead(container.subarray(0, HEAD_BYTES));
  const text = Buffer.from(container.subarray(HEAD_BYTES, HEAD_BYTES + manifestBytes)).toString('utf8');
  const manifest = JSON.parse(text) as OpenContainer['manifest'];
  let at = HEAD_BYTES + manifestBytes;
  const parts = manifest.parts.map((part) => {
    const bytes = container.slice(at, at + Number(part['bytes']));
    at += bytes.byteLength;
    return bytes;
  });
  return { manifest, parts };
}

/** @param text the manifest's text, when it is not the canonical one */
export function putTogether(
  { manifest, parts }: OpenContainer,
  key: SigningKey = SIGNER,
  text: string = canonicalJson(manifest),
): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const head = writeHead({ keyId: key.id, manifestBytes: bytes.byteLength, signature: signBytes(key, bytes) });
  return new Uint8Array(Buffer.concat([head, bytes, ...parts]));
}

/** Replaces the first part's text, with sizes and digest that fit it. */
export function withText(container: Uint8Array, text: string, patch: Json = {}): OpenContainer {
  const apart = takeApart(container);
  const bytes = new Uint8Array(zstdCompressSync(Buffer.from(text, 'utf8')));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [first = {}, ...others] = apart.manifest.parts;
  const part = { ...first, bytes: bytes.byteLength, inflated: Buffer.byteLength(text), sha256, ...patch };
  return {
    manifest: { ...apart.manifest, parts: [part, ...others] },
    parts: [bytes, ...apart.parts.slice(1)],
  };
}

const ROW = '[["m-1"],["aide-soignant"],[1],[null],[0]]';
const STRANGE = ['"x"', 'null', '1.5', '-1', '[]', '{}', 'true', '1e999', '9007199254740993', '{"__proto__":{"a":1}}'];

/** What a trusted signer could send and must not be believed for: each breaks the format once. */
const BREAKS: readonly ((container: Uint8Array, random: SeededRandom) => Uint8Array)[] = [
  // A value of another type, anywhere in a block.
  (container, random) => {
    const cells = ['"m-1"', '"aide-soignant"', '1', 'null', '0'];
    const refused = [['null', '1', '[]', '{}', 'true'], ['1', '{}', 'false'], STRANGE.filter((one) => one !== '-1')];
    const more = [
      ['"x"', '1e999', '{}'],
      ['2', 'null', '"1"', 'true', '0.5'],
    ];
    const column = random.next(cells.length);
    cells[column] = random.pick([...refused, ...more][column] ?? []);
    return putTogether(withText(container, `[${cells.map((cell) => `[${cell}]`).join(',')}]\n`, { rows: 1 }));
  },
  // Not a block.
  (container, random) => {
    const line = random.pick([
      '',
      '{}',
      'null',
      '[',
      '[]',
      '[[],[],[],[],[]]',
      '[1,2,3,4,5]',
      `${ROW}x`,
      ROW.slice(0, -9),
      `[${ROW}]`,
    ]);
    return putTogether(withText(container, `${line}\n`, { rows: 1 }));
  },
  // Another number of rows than announced.
  (container, random) =>
    putTogether(withText(container, `${ROW}\n`.repeat(3), { rows: random.pick([0, 1, 2, 4, 999_999]) })),
  // A last line without its end, or bytes that are no text.
  (container) => putTogether(withText(container, ROW, { rows: 1 })),
  // Another size than announced.
  (container, random) =>
    putTogether(
      withText(container, `${ROW}\n`, { rows: 1, inflated: random.pick([0, 1, 40, 44, 4_000, 3e9, 2 ** 53 - 1]) }),
    ),
  // Announces more than any reader should allocate.
  (container, random) => {
    const key = random.pick(['rows', 'bytes', 'inflated']);
    return putTogether(withText(container, `${ROW}\n`, { rows: 1, [key]: 2_000_000_000 + random.next(1_000_000_000) }));
  },
  // A bomb: little that inflates into much.
  (container, random) => {
    const text = `[["${'m'.repeat(20_000 + random.next(1_000))}"]`.repeat(300 + random.next(100));
    return putTogether(withText(container, text, { rows: 1 }));
  },
  // Columns that are not what a column is.
  (container, random) => {
    const columns = random.pick<unknown>([
      [],
      null,
      [{ name: 'id' }],
      [{ name: '../x', type: 'text', nullable: false }],
      [{ name: 'id', type: 'blob', nullable: false }],
    ]);
    return putTogether(withText(container, `${ROW}\n`, { rows: 1, columns }));
  },
  // A key missing, strange, or too many, in the manifest.
  (container, random) => {
    const { manifest, parts } = takeApart(container);
    const keys = Object.keys(manifest);
    const key = random.pick(keys);
    const changed: Json = { ...manifest };
    if (random.next(3) === 0) delete changed[key];
    else if (random.next(2) === 0)
      changed[key] = random.pick<unknown>([null === manifest[key] ? 1 : null, { a: 1 }, -1.5, [[[]]], '']);
    else changed[`${key}More`] = 1;
    return putTogether({ manifest: changed as OpenContainer['manifest'], parts });
  },
  // The same manifest in another text: spaces, order, a key twice, a prototype.
  (container, random) => {
    const { manifest, parts } = takeApart(container);
    const text = canonicalJson(manifest);
    const other = random.pick([
      ` ${text}`,
      `${text}\n`,
      JSON.stringify(manifest, null, 1),
      `{"id":"other",${text.slice(1)}`,
      `{"__proto__":{"nominative":false},${text.slice(1)}`,
      text.slice(0, -1),
      `\ufeff${text}`,
      '[]',
      '"x"',
    ]);
    return putTogether({ manifest, parts }, SIGNER, other);
  },
  // Two parts under one name; more parts than there are.
  (container, random) => {
    const { manifest, parts } = takeApart(container);
    const [part = {}] = manifest.parts;
    const name = random.pick(['mission', 'other']);
    return putTogether({ manifest: { ...manifest, parts: [part, { ...part, name }] }, parts });
  },
  // Something after the last part.
  (container, random) => new Uint8Array(Buffer.concat([container, Buffer.alloc(1 + random.next(50))])),
];

export const spoilSigned = (container: Uint8Array, random: SeededRandom): Uint8Array =>
  random.pick(BREAKS)(container, random);
export const BREAK_COUNT: number = BREAKS.length;
