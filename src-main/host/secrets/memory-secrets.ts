import type { SecretStore } from '../host.ts';

/** Secrets that end with the process: tests, and pictures taken with `--capture`. */
export function createMemorySecrets(): SecretStore {
  const secrets = new Map<string, Uint8Array>();
  return {
    kind: 'memory',
    label: 'Mémoire vive : rien n’est conservé après la fermeture',
    async read(name) {
      return secrets.get(name)?.slice() ?? null;
    },
    async write(name, secret) {
      secrets.set(name, secret.slice());
    },
    async remove(name) {
      secrets.get(name)?.fill(0);
      secrets.delete(name);
    },
  };
}
