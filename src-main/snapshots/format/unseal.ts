/** Opens the seal of a snapshot: what comes out is authenticated, chunk by chunk, before anybody reads it. */
import { Decrypter } from 'age-encryption';
import { passphraseIdentity } from './age-passphrase.ts';
import { LIMITS } from './limits.ts';
import { SnapshotFault } from './snapshot-fault.ts';

const SEALED = Buffer.from('age-encryption.org/v1\n');
/** What a bare container begins with. */
const FAMILY = 'renfort-snapshot/';
const HEADER_END = '\n--- ';

/** What a person holds: secret keys `AGE-SECRET-KEY-1…`, a passphrase, both or neither. */
export interface Keys {
  readonly identities: readonly string[];
  readonly passphrase: string | null;
}
export const NO_KEYS: Keys = { identities: [], passphrase: null };

async function gather(iterator: AsyncIterator<Uint8Array>, isEnough: (bytes: Buffer) => boolean): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  while (!isEnough(bytes)) {
    const next = await iterator.next();
    if (next.done === true) return bytes;
    bytes = Buffer.concat([bytes, next.value]);
  }
  return bytes;
}

async function* after(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.byteLength > 0) yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The container inside: as it is when it is not sealed. @throws SnapshotFault 'key-needed' | 'wrong-key' | … */
export async function unseal(stream: AsyncIterable<Uint8Array>, keys: Keys): Promise<AsyncIterable<Uint8Array>> {
  const iterator = stream[Symbol.asyncIterator]();
  const start = await gather(iterator, ({ byteLength }) => byteLength >= SEALED.byteLength);
  if (start.byteLength === 0) throw new SnapshotFault('truncated');
  const isSealed = start.subarray(0, SEALED.byteLength).equals(SEALED);
  if (!isSealed) {
    requireContainer(start.toString('latin1'));
    return after(start, iterator);
  }
  if (keys.identities.length === 0 && keys.passphrase === null) throw new SnapshotFault('key-needed');
  const head = await headerOf(start, iterator);
  return open(after(head, iterator), keys);
}

/** Another version of age, or anything that is no container, however short. */
function requireContainer(start: string): void {
  if (/^age-encryption\.org\/v/.test(start)) throw new SnapshotFault('future-version');
  if (!FAMILY.startsWith(start.slice(0, FAMILY.length))) throw new SnapshotFault('not-a-snapshot');
}

/** The header is read whole by the library before it is authenticated: its size is bounded here first. */
async function headerOf(start: Buffer, iterator: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const head = await gather(after(start, iterator), (bytes) => {
    if (bytes.includes(HEADER_END)) return true;
    if (bytes.byteLength > LIMITS.sealHeaderBytes) throw new SnapshotFault('too-large');
    return false;
  });
  if (!head.includes(HEADER_END)) throw new SnapshotFault('truncated');
  return head;
}

async function open(sealed: AsyncIterable<Uint8Array>, keys: Keys): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter();
  try {
    if (keys.passphrase !== null) decrypter.addIdentity(passphraseIdentity(keys.passphrase));
    for (const identity of keys.identities) decrypter.addIdentity(identity);
  } catch (error) {
    throw new SnapshotFault('wrong-key', null, { cause: error });
  }
  try {
    return faulty(await decrypter.decrypt(ReadableStream.from(sealed) as ReadableStream<Uint8Array>));
  } catch (error) {
    throw asFault(error);
  }
}

async function* faulty(content: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content as unknown as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw asFault(error);
  }
}

/** The library has no codes: its sentences are matched, and what is not known of them is a broken seal: a cut and a change look alike. */
function asFault(error: unknown): SnapshotFault {
  if (error instanceof SnapshotFault) return error;
  const text = error instanceof Error ? error.message : '';
  if (/no identity matched/.test(text)) return new SnapshotFault('wrong-key', null, { cause: error });
  return new SnapshotFault('seal-broken', null, { cause: error });
}
