/** One application at a time on a data folder: two would write into the same base and send the same decisions. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes the folder's lock, also from a process that is gone.
 *
 * @param isAlive whether a process of that number runs
 * @returns what gives the lock back, or null when another application holds it
 */
export function takeDesk(path: string, pid: number, isAlive: (pid: number) => boolean): (() => void) | null {
  mkdirSync(dirname(path), { recursive: true });
  const release = () => rmSync(path, { force: true });
  if (write(path, pid)) return release;
  const holder = Number(readWhenPresent(path));
  if (holder > 0 && isAlive(holder)) return null;
  release();
  return write(path, pid) ? release : null;
}

/** Whether this machine runs a process of that number. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function write(path: string, pid: number): boolean {
  try {
    writeFileSync(path, String(pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readWhenPresent(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
