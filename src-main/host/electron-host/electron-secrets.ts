/**
 * Secrets wrapped by the system's own store: DPAPI, Keychain, libsecret, KWallet. Where Electron has only `basic_text`,
 * which protects nothing, nothing is written and sign-in says why (TRUST S51).
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecretStore } from '../host.ts';
import { VaultFault } from '../secrets/vault-fault.ts';
import type { ElectronModule } from './electron-module.ts';

const NO_STORE =
  'Ce poste n’a pas de coffre de mots de passe utilisable (Trousseau, DPAPI, Secret Service ou KWallet) : rien ne peut y être conservé sans risque. Installez ou déverrouillez-en un, puis relancez.';
const LOST =
  'Le coffre de ce poste ne reconnaît plus la clé de vos données (session ou profil changés) : les données locales ne peuvent pas être ouvertes.';
const NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/** Once the application is ready: before, the system's store is not known. */
export function createElectronSecrets(
  { safeStorage }: ElectronModule,
  folder: string,
  platform: NodeJS.Platform,
): SecretStore {
  const isProtected = () =>
    safeStorage.isEncryptionAvailable() &&
    (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
  const pathOf = (name: string) => {
    if (!NAME.test(name)) throw new Error(`Not a name of a secret: ${name}`);
    if (!isProtected()) throw new VaultFault(NO_STORE);
    return join(folder, name);
  };
  return {
    kind: 'os',
    label: isProtected() ? 'Coffre du système' : 'Aucun coffre utilisable : rien n’est conservé',
    async read(name) {
      const wrapped = await readFile(pathOf(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (wrapped === null) return null;
      try {
        return new Uint8Array(Buffer.from(safeStorage.decryptString(wrapped), 'base64'));
      } catch {
        throw new VaultFault(LOST);
      }
    },
    async write(name, secret) {
      const path = pathOf(name);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${path}.new`, safeStorage.encryptString(Buffer.from(secret).toString('base64')), {
        mode: 0o600,
        flush: true,
      });
      await rename(`${path}.new`, path);
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}
