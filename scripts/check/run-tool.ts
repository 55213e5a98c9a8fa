import { spawn } from 'node:child_process';

/** What a tool said before it ended. */
export type ToolOutput = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a JavaScript tool under this very Node, without a shell, and waits for its end. */
export function runTool(script: string, args: readonly string[], cwd: string): Promise<ToolOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}
