/** Passwords of establishment accounts: scrypt, with its cost beside the hash so that it can grow later. */
import { scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's setting for 32 MiB: N = 2^15, r = 8, p = 3. */
const COST = { logarithm: 15, blockSize: 8, parallelization: 3 } as const;
const HASH_BYTES = 32;
const MOST_MEMORY = 64 * 1024 * 1024;

interface Cost {
  readonly logarithm: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

function derive(password: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  const options = { N: 2 ** cost.logarithm, r: cost.blockSize, p: cost.parallelization, maxmem: MOST_MEMORY };
  return new Promise((resolve, reject) => {
    // The same text typed on another keyboard may be composed otherwise.
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** @param salt 16 random bytes */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  const hash = await derive(password, salt, COST);
  const cost = [COST.logarithm, COST.blockSize, COST.parallelization].join('.');
  return `scrypt$${cost}$${Buffer.from(salt).toString('base64url')}$${hash.toString('base64url')}`;
}

/**
 * Is it the password of that hash? With no hash (unknown or never activated account) it works as long and says no, so
 * that the time of the answer does not tell which addresses exist.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = /^scrypt\$(\d+)\.(\d+)\.(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored ?? '');
  if (parts === null) {
    await derive(password, new Uint8Array(16), COST);
    return false;
  }
  const [, logarithm, blockSize, parallelization, salt = '', hash = ''] = parts;
  const cost = {
    logarithm: Number(logarithm),
    blockSize: Number(blockSize),
    parallelization: Number(parallelization),
  };
  const found = await derive(password, Buffer.from(salt, 'base64url'), cost);
  const wanted = Buffer.from(hash, 'base64url');
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}
