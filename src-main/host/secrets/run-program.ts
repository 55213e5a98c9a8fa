import { spawn } from 'node:child_process';

export interface ProgramResult {
  /** Null when there is no such program. */
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program of the system; what is secret goes in by `input`, never by an argument, which anybody may list. */
export type RunProgram = (program: string, args: readonly string[], input: string) => Promise<ProgramResult>;

const PATIENCE_MS = 30_000;

export const runProgram: RunProgram = (program, args, input) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'pipe', timeout: PATIENCE_MS, windowsHide: true });
    const said = { output: [] as Buffer[], errors: [] as Buffer[] };
    child.stdout.on('data', (part: Buffer) => said.output.push(part));
    child.stderr.on('data', (part: Buffer) => said.errors.push(part));
    child.stdin.on('error', () => undefined);
    child.once('error', () => resolve({ code: null, output: '', errors: '' }));
    child.once('close', (code) => {
      const text = (parts: readonly Buffer[]) => Buffer.concat(parts).toString('utf8');
      resolve({ code: code ?? -1, output: text(said.output), errors: text(said.errors) });
    });
    child.stdin.end(input);
  });
