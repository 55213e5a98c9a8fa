/** The Ed25519 key with which first snapshots are signed: put in the data folder by the operator, or made there. */
import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { SnapshotManifest } from '../../contract/national/feed.ts';

const FILE_NAME = 'snapshot-signing-key.pem';

export interface SnapshotKey {
  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER), in hexadecimal. */
  readonly keyId: string;
  /** SubjectPublicKeyInfo, PEM: what `/v1/snapshot-keys` tells and what a workstation pins. */
  readonly publicKey: string;
  /** Base64 signature over the canonical JSON of the manifest. */
  sign(manifest: SnapshotManifest): string;
}

/** @example keyIdOf(publicKey) // '5f1c…' */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function keyOf(pem: string): SnapshotKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${FILE_NAME} is not an Ed25519 key`);
  const publicKey = createPublicKey(privateKey);
  return {
    keyId: keyIdOf(publicKey),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (manifest) => sign(null, Buffer.from(canonicalJson(manifest)), privateKey).toString('base64'),
  };
}

async function makeKey(path: string): Promise<string> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  // Exclusive: of two instances that start in one folder, the second reads what the first made.
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(pem);
    await file.sync();
  } finally {
    await file.close();
  }
  return pem;
}

const missing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Reads the key of a data folder; makes one, readable by its owner alone, when there is none. */
export async function openSnapshotKey(dataFolder: string): Promise<SnapshotKey> {
  const path = join(dataFolder, FILE_NAME);
  const pem = await readFile(path, 'utf8').catch((error: unknown) => {
    if (missing(error)) return makeKey(path);
    throw error;
  });
  return keyOf(pem);
}
