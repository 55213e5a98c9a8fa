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

export async function chooseSecrets({ dataFolder, passphraseFd, inMemory }: SecretsChoice): Promise<SecretStore> {
  if (inMemory) return createMemorySecrets();
  const path = join(dataFolder, 'coffre.json');
  if (passphraseFd !== null) {
    const passphrase = readFileSync(passphraseFd, 'utf8').trim();
    return createPassphraseSecrets(path, async () => passphrase);
  }
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY) return createMemorySecrets();
  const passphrase = await askPassphrase(stdin, stdout, QUESTION);
  return passphrase === '' ? createMemorySecrets() : createPassphraseSecrets(path, async () => passphrase);
}
