import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { DeskWishes } from '../../src-main/host/desk-wishes.ts';
import type { HostAnswer } from './choose-host.ts';

export interface DeskProcess {
  readonly root: string;
  readonly host: HostAnswer;
  readonly server: string;
  readonly headless: boolean;
  readonly capture: string | null;
  readonly keep: boolean;
  /** Who to be without anybody to choose; null: the person chooses. */
  readonly person: string | null;
  /** Addresses to show, snapshots to read again. */
  readonly wishes?: DeskWishes;
}

/** Runs the windows to their end; a stop that is asked for is passed on. */
export function runDeskProcess(desk: DeskProcess, stop: AbortSignal): Promise<number> {
  const { program, args } = commandLine(desk);
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: desk.root, stdio: 'inherit' });
    const end = () => void child.kill('SIGTERM');
    if (stop.aborted) end();
    stop.addEventListener('abort', end, { once: true });
    child.once('error', () => done(1));
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGTERM' ? 0 : 1)));
  });
}

/** What is started, as a list of words: no shell reads it. */
export function commandLine({ root, host, server, headless, capture, keep, person, wishes }: DeskProcess): {
  program: string;
  args: string[];
} {
  const wanted = wishes === undefined ? [] : [...wishes.links, ...wishes.files];
  const pictures = [...(capture === null ? [] : ['--capture', capture]), ...(keep ? ['--keep'] : [])];
  if (host.host === 'electron')
    return { program: host.program, args: [root, '--server', server, ...pictures, ...wanted] };
  const alone = [...(headless ? ['--headless'] : []), ...(person === null ? [] : ['--person', person])];
  const entry = join(root, 'src-main', 'main.chromium.ts');
  return {
    program: process.execPath,
    args: [entry, '--server', server, '--browser', host.program, ...pictures, ...alone, ...wanted],
  };
}
