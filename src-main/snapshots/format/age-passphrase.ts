/**
 * age's passphrase stanza with the system's scrypt, which works beside the event loop: the one of the library would hold
 * the engine for seconds. Same bytes as the public `age -p` writes and reads (https://age-encryption.org/v1).
 */
import type { CipherGCMTypes } from 'node:crypto';
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import type { Identity, Recipient } from 'age-encryption';
import { Stanza } from 'age-encryption';
import { LIMITS } from './limits.ts';
import { SnapshotFault } from './snapshot-fault.ts';

const LABEL = 'age-encryption.org/v1/scrypt';
const SALT_BYTES = 16;
const TAG_BYTES = 16;
const FILE_KEY_BYTES = 16;
const CIPHER = 'chacha20-poly1305' as CipherGCMTypes;
const NO_NONCE = Buffer.alloc(12);

function derive(passphrase: string, salt: Uint8Array, logN: number): Promise<Buffer> {
  const cost = 2 ** logN;
  const options = { N: cost, r: 8, p: 1, maxmem: 2 * 128 * 8 * cost };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), Buffer.concat([Buffer.from(LABEL), salt]), 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** @param logN base-2 logarithm of the work: each step up doubles the memory and the time that a guess costs */
export function passphraseRecipient(passphrase: string, logN: number): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(SALT_BYTES);
      const cipher = createCipheriv(CIPHER, await derive(passphrase, salt, logN), NO_NONCE, {
        authTagLength: TAG_BYTES,
      });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(['scrypt', unpadded(salt), String(logN)], new Uint8Array(body))];
    },
  };
}

export function passphraseIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [stanza] = stanzas;
      const [kind, salt = '', work = ''] = stanza?.args ?? [];
      if (stanza === undefined || kind !== 'scrypt') return null;
      // Alone, as the format asks: beside another recipient a passphrase would not authenticate the sender.
      if (stanzas.length !== 1 || !/^[1-9]\d?$/.test(work) || stanza.body.byteLength !== FILE_KEY_BYTES + TAG_BYTES)
        throw new SnapshotFault('malformed');
      if (Number(work) > LIMITS.scryptLogN) throw new SnapshotFault('too-large');
      const bytes = Buffer.from(salt, 'base64');
      if (bytes.byteLength !== SALT_BYTES || unpadded(bytes) !== salt) throw new SnapshotFault('malformed');
      const key = await derive(passphrase, bytes, Number(work));
      return openFileKey(key, stanza.body);
    },
  };
}

function openFileKey(key: Buffer, body: Uint8Array): Uint8Array | null {
  const decipher = createDecipheriv(CIPHER, key, NO_NONCE, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(body.subarray(FILE_KEY_BYTES));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(body.subarray(0, FILE_KEY_BYTES)), decipher.final()]));
  } catch {
    return null;
  }
}
