/** One life of the real service process, started from its command line, ended without warning. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { SourceChange } from '../service/source-change.ts';
import { REPOSITORY } from '../service/source-change.ts';

const MAIN = fileURLToPath(new URL('national-api/main.ts', REPOSITORY));
const PLANT = new URL('tests/faults/kills/plant-in-process.ts', REPOSITORY);

export interface ServicePlace {
  /** Keys, snapshots, the SQLite file; outlives every process. */
  readonly folder: string;
  /** PostgreSQL's address; absent: SQLite in the folder. */
  readonly database?: string;
}

export interface ServiceLife {
  readonly url: string;
  /** SIGKILL, and waits until the process is no more. */
  kill(): Promise<void>;
  /** Settles when the process is no more, whoever ended it. */
  readonly ended: Promise<void>;
  /** Asks it to close. */
  stop(): Promise<void>;
}

function planted(folder: string, changes: readonly SourceChange[]): string[] {
  if (changes.length === 0) return [];
  const file = join(folder, 'changes.json');
  writeFileSync(file, JSON.stringify(changes));
  const address = new URL(PLANT);
  address.searchParams.set('changes', file);
  return ['--import', address.href];
}

function readyLine(child: ChildProcess): Promise<string> {
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += String(chunk);
  });
  return new Promise((resolve, reject) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', () => reject(new Error(`The service ended before it was ready: ${complaints}`)));
  });
}

/** Starts it on its place, with changes planted in its source if any, and waits until it is ready. */
export async function startLife(place: ServicePlace, changes: readonly SourceChange[] = []): Promise<ServiceLife> {
  const database = place.database === undefined ? [] : ['--database', place.database];
  const child = spawn(
    process.execPath,
    [...planted(place.folder, changes), MAIN, '--data', place.folder, ...database],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(place.folder, 'compiled') },
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const { url } = JSON.parse(await readyLine(child)) as { url: string };
  const endBy = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { url, ended, kill: () => endBy('SIGKILL'), stop: () => endBy('SIGTERM') };
}

/** `--verify-journal`: whether both chains hold, as the service's own command says. */
export async function journalHolds({ folder, database }: ServicePlace): Promise<boolean> {
  const address = database === undefined ? [] : ['--database', database];
  const child = spawn(process.execPath, [MAIN, '--data', folder, ...address, '--verify-journal'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code === 0));
  });
}
