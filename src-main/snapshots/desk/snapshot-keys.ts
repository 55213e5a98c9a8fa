/** This workstation's own two keys: one signs what it exports, one opens what is sealed for it. Kept in the secret store. */
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { SecretStore } from '../../host/host.ts';
import type { SigningKey } from '../format/signing-key.ts';
import { makeSigningSecret, readSigningKey } from '../format/signing-key.ts';

const SIGNING = 'instantane-signature';
const OPENING = 'instantane-ouverture';

export interface SnapshotKeys {
  /** PKCS8; the caller wipes it. */
  signingSecret(): Promise<Uint8Array>;
  signingKey(): Promise<SigningKey>;
  /** `AGE-SECRET-KEY-1…` */
  identity(): Promise<string>;
  /** `age1…`: what others seal for. */
  recipient(): Promise<string>;
}

export function createSnapshotKeys(secrets: SecretStore): SnapshotKeys {
  const kept = async (name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const found = await secrets.read(name);
    if (found !== null) return found;
    const made = await make();
    await secrets.write(name, made.slice());
    return made;
  };
  const signingSecret = () => kept(SIGNING, async () => makeSigningSecret());
  const identity = async () => {
    const bytes = await kept(OPENING, async () => new TextEncoder().encode(await generateX25519Identity()));
    return new TextDecoder().decode(bytes);
  };
  return {
    signingSecret,
    async signingKey() {
      const secret = await signingSecret();
      const key = readSigningKey(secret);
      secret.fill(0);
      return key;
    },
    identity,
    recipient: async () => identityToRecipient(await identity()),
  };
}
