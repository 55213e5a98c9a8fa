import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

/** A program that was started: what it said so far, and how it ends. */
export type RunningScript = {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves when the output matches. */
  readonly says: (pattern: RegExp) => Promise<void>;
  readonly ended: Promise<{ readonly code: number; readonly output: string }>;
};

/** Starts a script under this Node (or `node`), reading both its outputs as one text. */
export function runScript(
  script: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly node?: string } = {},
): RunningScript {
  const child = spawn(options.node ?? process.execPath, [script, ...args], {
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    said.push(chunk.toString('utf8'));
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const output = () => said.join('');
  const ended = new Promise<{ code: number; output: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, output: output() }));
  });
  const says = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (pattern.test(output())) resolve();
      };
      listeners.add(look);
      look();
      ended.then(() => reject(new Error(`ended without saying ${pattern}: ${output()}`)), reject);
    });
  return { child, output, says, ended };
}
