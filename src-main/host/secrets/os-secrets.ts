/** The system's own store of secrets, where this machine has one that answers. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SecretStore } from '../host.ts';
import { createDpapiSecrets } from './dpapi-secrets.ts';
import { createKeychainSecrets } from './keychain-secrets.ts';
import type { RunProgram } from './run-program.ts';
import { createSecretServiceSecrets } from './secret-service-secrets.ts';

function storeOf(platform: NodeJS.Platform, dataFolder: string, run: RunProgram): SecretStore {
  if (platform === 'win32') return createDpapiSecrets(run, join(dataFolder, 'coffre'));
  const installation = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return platform === 'darwin'
    ? createKeychainSecrets(run, installation)
    : createSecretServiceSecrets(run, installation);
}

const PROBE = 'essai';

/** Writes, reads and removes a secret of no worth; null when that does not come back as it went. */
export async function findOsSecrets(
  platform: NodeJS.Platform,
  dataFolder: string,
  run: RunProgram,
): Promise<SecretStore | null> {
  const store = storeOf(platform, dataFolder, run);
  try {
    const sent = Uint8Array.of(1, 250, 3);
    await store.write(PROBE, sent);
    const back = await store.read(PROBE);
    await store.remove(PROBE);
    return back !== null && Buffer.from(back).equals(sent) ? store : null;
  } catch {
    return null;
  }
}
