import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ReadyLine } from './ready-line.ts';
import { parseReadyLine } from './ready-line.ts';

const READY_MS = 5 * 60_000;
const GRACE_MS = 10_000;

/** A service that was started here and is ready. */
export type DemoService = {
  readonly ready: ReadyLine;
  readonly pid: number;
  /** Resolves with the exit code when the service ends, whoever ended it. */
  readonly ended: Promise<number>;
  /** Asks it to stop, waits, and insists after ten seconds. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts `script` under this Node and waits for its ready line.
 *
 * @throws Error with a French sentence when it ends first or says nothing for five minutes.
 */
export async function startDemoService(script: string, args: readonly string[]): Promise<DemoService> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
    child.once('error', () => resolve(1));
  });
  const stop = () => stopChild(child, ended);
  try {
    const ready = await waitForReady(child, ended);
    return { ready, pid: child.pid ?? 0, ended, stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

function waitForReady(child: ChildProcess, ended: Promise<number>): Promise<ReadyLine> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error("Le service national n'est pas prêt après cinq minutes : il est arrêté.")),
      READY_MS,
    );
    ended.then((code) => {
      clearTimeout(limit);
      reject(new Error(`Le service national s'est arrêté avant d'être prêt (code ${code}).`));
    });
    if (!child.stdout) return;
    // Reading goes on after the ready line: a full pipe would stop the service.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = parseReadyLine(line);
      if (!ready) return;
      clearTimeout(limit);
      resolve(ready);
    });
  });
}

async function stopChild(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(insist);
}
