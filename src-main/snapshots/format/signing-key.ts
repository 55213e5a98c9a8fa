/** Ed25519 keys that sign snapshots and agreements, and the short names by which files speak of them. */
import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

const KEY_ID_BYTES = 16;

export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  /** PEM, as `openssl pkey -pubin` reads it. */
  readonly publicKey: string;
}

/** The first 16 bytes of the SHA-256 of the raw 32-byte public key, in hexadecimal. @throws Error for another kind of key */
export function keyIdOf(publicKey: string): string {
  const key = createPublicKey(publicKey);
  const { x } = key.export({ format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || x === undefined) throw new Error('Not an Ed25519 public key');
  return createHash('sha256').update(Buffer.from(x, 'base64url')).digest().subarray(0, KEY_ID_BYTES).toString('hex');
}

/** @param secret PKCS8 DER */
export function readSigningKey(secret: Uint8Array): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return { id: keyIdOf(publicKey), privateKey, publicKey };
}

/** A new key as PKCS8 DER, for the secret store. */
export function makeSigningSecret(): Uint8Array {
  const { privateKey } = generateKeyPairSync('ed25519');
  return new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }));
}

export const signBytes = ({ privateKey }: SigningKey, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(sign(null, bytes, privateKey));

export const isSignedBy = (publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, bytes, createPublicKey(publicKey), signature);
