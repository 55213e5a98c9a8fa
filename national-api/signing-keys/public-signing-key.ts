/** What a registered key must be: an Ed25519 public key, in PEM, and nothing that hides another. */
import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { signingKeyProofText } from '../../contract/national/routes/signing-key-routes.ts';

const PEM = /^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]{20,120}\n-----END PUBLIC KEY-----\n?$/;
const KEY_ID_BYTES = 16;

export interface PublicSigningKey {
  readonly keyId: string;
  /** PEM, as it is written again from what was read. */
  readonly publicKey: string;
  /** Did whoever holds the key sign that they are this person? */
  isProvedBy(personId: string, proof: string): boolean;
}

function read(publicKey: string): KeyObject | null {
  if (!PEM.test(publicKey)) return null;
  try {
    return createPublicKey(publicKey);
  } catch {
    return null;
  }
}

/** Null for anything else: a private key, another curve, a certificate, a text. */
export function readPublicSigningKey(text: string): PublicSigningKey | null {
  const key = read(text);
  const { x } = key?.asymmetricKeyType === 'ed25519' ? key.export({ format: 'jwk' }) : { x: undefined };
  if (key === null || x === undefined) return null;
  const digest = createHash('sha256').update(Buffer.from(x, 'base64url')).digest();
  const keyId = digest.subarray(0, KEY_ID_BYTES).toString('hex');
  return {
    keyId,
    publicKey: key.export({ type: 'spki', format: 'pem' }).toString(),
    isProvedBy: (personId, proof) =>
      verify(null, Buffer.from(signingKeyProofText(personId, keyId)), key, Buffer.from(proof, 'base64')),
  };
}
