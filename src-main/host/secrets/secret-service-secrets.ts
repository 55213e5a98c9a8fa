/** Secrets in the Secret Service of a Linux desktop (GNOME Keyring, KWallet), by libsecret's own `secret-tool`. */
import type { SecretStore } from '../host.ts';
import type { RunProgram } from './run-program.ts';
import { requireSecretName } from './secret-name.ts';
import { VaultFault } from './vault-fault.ts';

const PROGRAM = 'secret-tool';
const SERVICE = 'renfort-regulation';
const CLOSED =
  'Le coffre de mots de passe de ce poste (Secret Service) ne répond pas ou reste fermé : déverrouillez-le, puis relancez.';

/** @param installation tells the secrets of this data folder from those of another */
export function createSecretServiceSecrets(run: RunProgram, installation: string): SecretStore {
  const attributes = (name: string) => [
    ...['service', SERVICE, 'installation', installation],
    ...['name', requireSecretName(name)],
  ];
  return {
    kind: 'os',
    label: 'Coffre du système (Secret Service)',
    async read(name) {
      const { code, output, errors } = await run(PROGRAM, ['lookup', ...attributes(name)], '');
      if (code === 0) return new Uint8Array(Buffer.from(output.trim(), 'base64'));
      // It says nothing at all of what it does not hold; anything that it says is a fault.
      if (code === 1 && errors.trim() === '') return null;
      throw new VaultFault(CLOSED);
    },
    async write(name, secret) {
      const label = '--label=Poste de régulation';
      const text = Buffer.from(secret).toString('base64');
      const { code } = await run(PROGRAM, ['store', label, ...attributes(name)], text);
      if (code !== 0) throw new VaultFault(CLOSED);
    },
    async remove(name) {
      await run(PROGRAM, ['clear', ...attributes(name)], '');
    },
  };
}
