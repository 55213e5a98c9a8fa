/**
 * Secrets under a passphrase (Argon2id), for a host without the system's store (ARCHITECTURE §4, TRUST S51). The file
 * holds a salt and what is sealed; without the passphrase it is noise.
 */
import { argon2, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { SecretStore } from '../host.ts';
import { VaultFault } from './vault-fault.ts';

/** 64 MiB, three passes: RFC 9106's second recommendation. */
const COST = { parallelism: 4, tagLength: 32, memory: 65_536, passes: 3 } as const;
const LEAST_CHARACTERS = 12;
const WRONG = 'La phrase secrète n’ouvre pas le coffre de ce poste : rien n’a été modifié.';

const fileSchema = z.strictObject({
  version: z.literal(1),
  salt: z.base64(),
  nonce: z.base64(),
  tag: z.base64(),
  sealed: z.base64(),
});
const secretsSchema = z.record(z.string(), z.base64());

/**
 * @param askPassphrase asked once, when the first secret is wanted; `isNew` says whether it is being chosen
 * @throws Error with a French sentence, at the first use, when the passphrase is too short or does not open the file
 */
export function createPassphraseSecrets(path: string, askPassphrase: (isNew: boolean) => Promise<string>): SecretStore {
  const state: { opened: Promise<Vault> | null; writing: Promise<void> } = {
    opened: null,
    writing: Promise.resolve(),
  };
  const open = () => {
    state.opened ??= openVault(path, askPassphrase).catch((error: unknown) => {
      state.opened = null;
      throw error;
    });
    return state.opened;
  };
  const change = (alter: (secrets: Map<string, Uint8Array>) => void) => {
    const next = state.writing.then(async () => {
      const vault = await open();
      alter(vault.secrets);
      await writeVault(path, vault);
    });
    state.writing = next.catch(() => undefined);
    return next;
  };
  return {
    kind: 'passphrase',
    label: 'Phrase secrète saisie au démarrage',
    read: async (name) => (await open()).secrets.get(name)?.slice() ?? null,
    write: (name, secret) => change((secrets) => secrets.set(name, secret.slice())),
    remove: (name) => change((secrets) => secrets.delete(name)),
  };
}

interface Vault {
  readonly salt: Buffer;
  readonly key: Buffer;
  readonly secrets: Map<string, Uint8Array>;
}

async function openVault(path: string, askPassphrase: (isNew: boolean) => Promise<string>): Promise<Vault> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const passphrase = (await askPassphrase(text === null)).normalize('NFC');
  if (text === null) {
    if (passphrase.length < LEAST_CHARACTERS)
      throw new VaultFault(`La phrase secrète doit compter au moins ${LEAST_CHARACTERS} caractères.`);
    const salt = randomBytes(16);
    return { salt, key: await deriveKey(passphrase, salt), secrets: new Map() };
  }
  const file = fileSchema.parse(JSON.parse(text));
  const salt = Buffer.from(file.salt, 'base64');
  const key = await deriveKey(passphrase, salt);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(file.nonce, 'base64'));
    decipher.setAuthTag(Buffer.from(file.tag, 'base64'));
    const opened = Buffer.concat([decipher.update(Buffer.from(file.sealed, 'base64')), decipher.final()]);
    const entries = Object.entries(secretsSchema.parse(JSON.parse(opened.toString('utf8'))));
    const secrets = new Map(entries.map(([name, value]) => [name, new Uint8Array(Buffer.from(value, 'base64'))]));
    return { salt, key, secrets };
  } catch {
    throw new VaultFault(WRONG);
  }
}

async function writeVault(path: string, { salt, key, secrets }: Vault): Promise<void> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const entries = [...secrets].map(([name, secret]) => [name, Buffer.from(secret).toString('base64')]);
  const content = cipher.update(JSON.stringify(Object.fromEntries(entries)), 'utf8');
  const sealed = Buffer.concat([content, cipher.final()]);
  const file: z.infer<typeof fileSchema> = {
    version: 1,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  };
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, JSON.stringify(file), { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}

function deriveKey(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message: passphrase, nonce: salt, ...COST }, (error, key) => {
      if (error) reject(error);
      else resolve(Buffer.from(key));
    });
  });
}
