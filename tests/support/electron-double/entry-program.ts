/**
 * What runs the shipped entry: Electron's own binary where it is installed and can run (Linux with a display, not as
 * root, the system browser being a script of ours), else Node with the double. The same test looks at both.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay } from '../../../scripts/start/choose-host.ts';
import { electronBinary } from '../../../scripts/start/electron-binary.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const HOOK = pathToFileURL(join(import.meta.dirname, 'run-entry.ts')).href;
const VISIT = join(import.meta.dirname, 'visit-sign-in.ts');

export interface EntrySettings {
  readonly appPath: string;
  readonly userData: string;
  readonly service: string;
  readonly person: string;
}

export interface EntryProgram {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export function entryProgram(settings: EntrySettings): EntryProgram {
  const env = { ...process.env, ELECTRON_DOUBLE: JSON.stringify(settings) };
  const binary = usableBinary();
  const entry = join(settings.appPath, 'out', 'main', 'main.electron.cjs');
  if (binary === null) return { program: process.execPath, args: ['--import', HOOK, entry], env };
  const path = [systemBrowser(settings), process.env['PATH'] ?? ''].join(delimiter);
  return {
    program: binary,
    args: [settings.appPath, `--user-data-dir=${settings.userData}`],
    env: { ...env, PATH: path },
  };
}

function usableBinary(): string | null {
  const canRun = process.platform === 'linux' && process.getuid?.() !== 0 && hasDisplay('linux', process.env);
  return canRun ? electronBinary(ROOT) : null;
}

/** A folder whose `xdg-open` is the person in front of the system browser. */
function systemBrowser({ userData }: EntrySettings): string {
  const folder = join(userData, 'browser');
  mkdirSync(folder, { recursive: true });
  const script = join(folder, 'xdg-open');
  writeFileSync(script, `#!/bin/sh\nexec "${process.execPath}" "${VISIT}" "$1"\n`);
  chmodSync(script, 0o755);
  return folder;
}
