/**
 * Secrets wrapped by Windows for the person who is signed in (DPAPI), by PowerShell; each in a file that is noise to
 * anybody else. The script goes in by the input: no secret is in an argument.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecretStore } from '../host.ts';
import type { RunProgram } from './run-program.ts';
import { requireSecretName } from './secret-name.ts';
import { VaultFault } from './vault-fault.ts';

const PROGRAM = 'powershell.exe';
const ARGS = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command', '-'];
const CLOSED = 'Windows n’a pas pu protéger ou rouvrir les secrets de ce poste (DPAPI) : session ou profil changés ?';
const BASE64 = /^[A-Za-z0-9+/]+=*$/;

function script(act: 'Protect' | 'Unprotect', name: string, base64: string): string {
  return [
    "$ErrorActionPreference = 'Stop'",
    'Add-Type -AssemblyName System.Security',
    `$bytes = [Convert]::FromBase64String('${base64}')`,
    // Bound to its name: one secret cannot be put in another's place.
    `$bound = [Text.Encoding]::UTF8.GetBytes('${name}')`,
    `[Convert]::ToBase64String([Security.Cryptography.ProtectedData]::${act}($bytes, $bound, 'CurrentUser'))`,
    '',
  ].join('\n');
}

export function createDpapiSecrets(run: RunProgram, folder: string): SecretStore {
  const pathOf = (name: string) => join(folder, `${requireSecretName(name)}.dpapi`);
  const ask = async (act: 'Protect' | 'Unprotect', name: string, base64: string): Promise<string> => {
    if (!BASE64.test(base64)) throw new VaultFault(CLOSED);
    const { code, output } = await run(PROGRAM, ARGS, script(act, name, base64));
    const answer = output.trim();
    if (code !== 0 || !BASE64.test(answer)) throw new VaultFault(CLOSED);
    return answer;
  };
  return {
    kind: 'os',
    label: 'Coffre Windows (DPAPI)',
    async read(name) {
      const wrapped = await readFile(pathOf(name), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (wrapped === null) return null;
      return new Uint8Array(Buffer.from(await ask('Unprotect', name, wrapped.trim()), 'base64'));
    },
    async write(name, secret) {
      const path = pathOf(name);
      const wrapped = await ask('Protect', name, Buffer.from(secret).toString('base64'));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${path}.new`, wrapped, { mode: 0o600, flush: true });
      await rename(`${path}.new`, path);
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}
