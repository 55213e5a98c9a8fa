/** Where this run's secrets live (ARCHITECTURE §4): a passphrase where somebody can give one, else memory alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretStore } from '../host.ts';
import { createMemorySecrets } from '../secrets/memory-secrets.ts';
import { createPassphraseSecrets } from '../secrets/passphrase-secrets.ts';
import { askPassphrase } from './ask-passphrase.ts';

export interface SecretsChoice {
  readonly dataFolder: string;
  /** Inherited file descriptor from which a test gives the passphrase; null: none. */
  readonly passphraseFd: number | null;
  /** Pictures and runs without anybody: nothing is kept. */
  readonly inMemory: boolean;
}

const QUESTION =
  'Phrase secrète qui protège les données de ce poste (12 caractères au moins ; Entrée : rien ne sera conservé) : ';

/** @throws VaultFault when a passphrase was given that is too short, or does not open what is there */
export async function chooseSecrets({ dataFolder, passphraseFd, inMemory }: SecretsChoice): Promise<SecretStore> {
  if (inMemory) return createMemorySecrets();
  const path = join(dataFolder, 'coffre.json');
  if (passphraseFd !== null) {
    const passphrase = readFileSync(passphraseFd, 'utf8').trim();
    return opened(createPassphraseSecrets(path, async () => passphrase));
  }
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY) return createMemorySecrets();
  const passphrase = await askPassphrase(stdin, stdout, QUESTION);
  return passphrase === '' ? createMemorySecrets() : opened(createPassphraseSecrets(path, async () => passphrase));
}

/** Tries it now: a wrong passphrase is told before a window opens. */
async function opened(secrets: SecretStore): Promise<SecretStore> {
  await secrets.read('fenetres');
  return secrets;
}
