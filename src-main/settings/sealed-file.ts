/**
 * A small file that may hold what a person typed (a filter by name, say), sealed with a key from the secret store
 * (TRUST S50): AES-256-GCM, written aside and moved into place.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SecretStore } from '../host/host.ts';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SealedFile {
  /** Null when there is none, or when it cannot be read: what it holds is convenience, never a decision. */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
}

export function createSealedFile(path: string, secrets: SecretStore, keyName: string): SealedFile {
  const state = { writing: Promise.resolve() };
  const write = async (text: string) => {
    const key = (await secrets.read(keyName)) ?? (await makeKey(secrets, keyName));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, seal(text, key), { mode: 0o600 });
    await rename(`${path}.new`, path);
  };
  return {
    async read() {
      try {
        const key = await secrets.read(keyName);
        return key === null ? null : unseal(await readFile(path), key);
      } catch {
        return null;
      }
    },
    write(text) {
      // One after the other: two that wrote aside at once would move one another's file.
      const written = state.writing.then(() => write(text));
      state.writing = written.catch(() => undefined);
      return written;
    },
  };
}

async function makeKey(secrets: SecretStore, name: string): Promise<Uint8Array> {
  const key = new Uint8Array(randomBytes(32));
  await secrets.write(name, key);
  return key;
}

export function seal(text: string, key: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), content]);
}

/** @throws Error when it was not sealed with this key, or was altered */
export function unseal(sealed: Buffer, key: Uint8Array): string {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
