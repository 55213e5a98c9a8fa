/** Seals a container in the age format, for recipients' keys or under a passphrase: the public `age -d` opens it. */
import { Encrypter } from 'age-encryption';
import { passphraseRecipient } from './age-passphrase.ts';

/** As the public tool does. */
const PASSPHRASE_WORK = 18;

export type Seal =
  | { readonly type: 'passphrase'; readonly passphrase: string; readonly logN?: number }
  /** `age1…` */
  | { readonly type: 'recipients'; readonly recipients: readonly string[] };

/** @throws Error when a recipient is not a key of age */
export async function sealStream(content: ReadableStream<Uint8Array>, seal: Seal): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  if (seal.type === 'passphrase')
    encrypter.addRecipient(passphraseRecipient(seal.passphrase, seal.logN ?? PASSPHRASE_WORK));
  else for (const recipient of seal.recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(content);
}
