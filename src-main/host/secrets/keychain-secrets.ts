/** Secrets in the Keychain of macOS, by its own `security`; commands go in by its input, where nobody lists them. */
import type { SecretStore } from '../host.ts';
import type { RunProgram } from './run-program.ts';
import { requireSecretName } from './secret-name.ts';
import { VaultFault } from './vault-fault.ts';

const PROGRAM = '/usr/bin/security';
/** errSecItemNotFound, as the program returns it. */
const NOT_FOUND = 44;
const CLOSED = 'Le Trousseau de ce poste ne répond pas ou reste fermé : déverrouillez-le, puis relancez.';

/** @param installation tells the secrets of this data folder from those of another */
export function createKeychainSecrets(run: RunProgram, installation: string): SecretStore {
  const service = `renfort-regulation.${installation}`;
  return {
    kind: 'os',
    label: 'Trousseau macOS',
    async read(name) {
      const args = ['find-generic-password', '-s', service, '-a', requireSecretName(name), '-w'];
      const { code, output } = await run(PROGRAM, args, '');
      if (code === NOT_FOUND) return null;
      if (code !== 0) throw new VaultFault(CLOSED);
      return new Uint8Array(Buffer.from(output.trim(), 'base64'));
    },
    async write(name, secret) {
      const text = Buffer.from(secret).toString('base64');
      const command = `add-generic-password -U -s ${service} -a ${requireSecretName(name)} -w ${text}\n`;
      const { code, errors } = await run(PROGRAM, ['-i'], command);
      if (code !== 0 || errors.trim() !== '') throw new VaultFault(CLOSED);
    },
    async remove(name) {
      await run(PROGRAM, ['delete-generic-password', '-s', service, '-a', requireSecretName(name)], '');
    },
  };
}
