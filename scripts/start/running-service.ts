import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive } from '../process-lock.mjs';
import type { ReadyLine } from './ready-line.ts';
import { parseReadyLine } from './ready-line.ts';

const ANSWER_MS = 3_000;

/** Leaves word of the service that runs, so that a second start joins it. */
export function recordRunning(path: string, ready: ReadyLine, pid: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ ...ready, pid }));
}

/** Takes the word back when the service stops. */
export function forgetRunning(path: string): void {
  rmSync(path, { force: true });
}

/** The service that already runs, if the process that is on record lives and its address answers. */
export async function findRunning(path: string): Promise<ReadyLine | undefined> {
  const ready = parseReadyLine(readWhenPresent(path));
  const pid = ready?.['pid'];
  if (!ready || typeof pid !== 'number' || !isAlive(pid)) return undefined;
  return (await answers(ready.url)) ? ready : undefined;
}

/** Any answer below 500 is a living service: which routes it has is not this command's business. */
async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/v1/openapi.json', url), { signal: AbortSignal.timeout(ANSWER_MS) });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}

function readWhenPresent(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
