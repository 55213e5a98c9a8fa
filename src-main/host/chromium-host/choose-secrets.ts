/**
 * Where this run's secrets live (ARCHITECTURE §4): the system's own store where it has one, else a passphrase where
 * somebody can give one, else memory alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretStore } from '../host.ts';
import { createMemorySecrets } from '../secrets/memory-secrets.ts';
import { findOsSecrets } from '../secrets/os-secrets.ts';
import { createPassphraseSecrets } from '../secrets/passphrase-secrets.ts';
import type { RunProgram } from '../secrets/run-program.ts';
import { askPassphrase } from './ask-passphrase.ts';

export interface SecretsChoice {
  readonly dataFolder: string;
  /** Inherited file descriptor from which a test gives the passphrase; null: none. */
  readonly passphraseFd: number | null;
  /** Pictures and runs without anybody: nothing is kept. */
  readonly inMemory: boolean;
  readonly platform: NodeJS.Platform;
  readonly run: RunProgram;
  /** Tells the person in front of the terminal, in French. */
  readonly tell: (sentence: string) => void;
}

const QUESTION =
  'Phrase secrète qui protège les données de ce poste (12 caractères au moins ; Entrée : rien ne sera conservé) : ';

const NO_STORE =
  'Ce système n’offre pas de coffre de mots de passe utilisable : les données sont protégées par une phrase secrète, ou ne sont pas conservées.';

/** @throws VaultFault when a passphrase was given that is too short, or does not open what is there */
export async function chooseSecrets(choice: SecretsChoice): Promise<SecretStore> {
  const { dataFolder, passphraseFd, inMemory } = choice;
  if (inMemory) return createMemorySecrets();
  const path = join(dataFolder, 'coffre.json');
  if (passphraseFd !== null) {
    const passphrase = readFileSync(passphraseFd, 'utf8').trim();
    return opened(createPassphraseSecrets(path, async () => passphrase));
  }
  // Who began with a passphrase goes on with it: what it protects is not in the system's store.
  if (!existsSync(path)) {
    const system = await findOsSecrets(choice.platform, dataFolder, choice.run);
    if (system !== null) return system;
    choice.tell(NO_STORE);
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
