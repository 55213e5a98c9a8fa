import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const INSTALL_MS = 90_000;

/** Electron's program, or null when it was never fetched. Nothing of Electron is imported: importing it may download. */
export function electronBinary(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const path = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(path) ? path : null;
}

/** Which version is wanted here, from the installed package. */
export function electronVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/**
 * Fetches Electron once, for at most 90 seconds; a failure is remembered for that version, so that the next start does
 * not wait again.
 *
 * @param memory file in which the failure is remembered
 * @returns the program, or null when it could not be had
 */
export async function installElectron(root: string, memory: string): Promise<string | null> {
  const version = electronVersion(root);
  if (existsSync(memory) && readFileSync(memory, 'utf8') === version) return null;
  const code = await runFor(INSTALL_MS, [join(root, 'node_modules', 'electron', 'install.js')]);
  const path = code === 0 ? electronBinary(root) : null;
  if (path === null) {
    mkdirSync(dirname(memory), { recursive: true });
    writeFileSync(memory, version);
  }
  return path;
}

function runFor(ms: number, args: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore', timeout: ms, killSignal: 'SIGKILL' });
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}
