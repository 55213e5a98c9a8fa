/** The first bytes of a container: magic line, key id, length of the manifest, signature (docs/snapshot-format.md §2). */
import { LIMITS } from './limits.ts';
import { SnapshotFault } from './snapshot-fault.ts';

const FAMILY = 'renfort-snapshot/';
const MAGIC = `${FAMILY}1\n`;
const KEY_ID_BYTES = 16;
const LENGTH_BYTES = 4;
const SIGNATURE_BYTES = 64;

export const HEAD_BYTES: number = MAGIC.length + KEY_ID_BYTES + LENGTH_BYTES + SIGNATURE_BYTES;

export interface ContainerHead {
  readonly keyId: string;
  readonly manifestBytes: number;
  readonly signature: Uint8Array;
}

export function writeHead({ keyId, manifestBytes, signature }: ContainerHead): Uint8Array {
  const head = Buffer.alloc(HEAD_BYTES);
  let at = head.write(MAGIC, 'latin1');
  at += head.write(keyId, at, 'hex');
  at = head.writeUInt32BE(manifestBytes, at);
  head.set(signature, at);
  return new Uint8Array(head);
}

/** @throws SnapshotFault 'not-a-snapshot' | 'future-version' | 'too-large' */
export function readHead(bytes: Uint8Array): ContainerHead {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = head.subarray(0, MAGIC.length).toString('latin1');
  if (!text.startsWith(FAMILY)) throw new SnapshotFault('not-a-snapshot');
  if (text !== MAGIC) throw new SnapshotFault('future-version');
  const manifestBytes = head.readUInt32BE(MAGIC.length + KEY_ID_BYTES);
  if (manifestBytes > LIMITS.manifestBytes) throw new SnapshotFault('too-large');
  return {
    keyId: head.subarray(MAGIC.length, MAGIC.length + KEY_ID_BYTES).toString('hex'),
    manifestBytes,
    signature: new Uint8Array(head.subarray(HEAD_BYTES - SIGNATURE_BYTES, HEAD_BYTES)),
  };
}
