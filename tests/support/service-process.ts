/** The real service in its own process, started from its command line as anybody would. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(import.meta.dirname, '../../national-api/main.ts');

export interface Finished {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface ServiceProcess {
  readonly url: string;
  readonly people: readonly {
    readonly name: string;
    readonly role: string;
    readonly agency: number | null;
    readonly login: string;
  }[];
  readonly process: ChildProcess;
  /** Asks it to close and waits. */
  stop(): Promise<Finished>;
}

function follow(child: ChildProcess): Promise<Finished> {
  const texts = { output: '', errors: '' };
  child.stdout?.on('data', (chunk) => {
    texts.output += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    texts.errors += String(chunk);
  });
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code: code ?? (signal ? 128 : -1), ...texts }));
  });
}

/** Runs the command to its end. @example const { code } = await runService(['--data', folder, '--verify-journal']); */
export function runService(args: readonly string[]): Promise<Finished> {
  return follow(spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** Starts it and waits for its ready line. */
export async function startServiceProcess(args: readonly string[]): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const finished = follow(child);
  const line = await new Promise<string>((resolve, reject) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
    finished.then(({ errors }) => reject(new Error(`The service ended before it was ready: ${errors}`)));
  });
  const { url, people } = JSON.parse(line) as Pick<ServiceProcess, 'url' | 'people'>;
  return {
    url,
    people,
    process: child,
    stop() {
      child.kill('SIGTERM');
      return finished;
    },
  };
}
