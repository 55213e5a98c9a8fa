import { join } from 'node:path';
import { underLock } from '../process-lock.mjs';
import type { DemoService } from './demo-service.ts';
import { startDemoService } from './demo-service.ts';
import { describeService } from './describe-service.ts';
import type { ReadyLine } from './ready-line.ts';
import { findRunning, forgetRunning, recordRunning } from './running-service.ts';

/** What `npm start` needs to know; all of it is given, so that a test may start a stand-in. */
export type StartOptions = {
  readonly serviceScript: string;
  readonly serviceArguments: readonly string[];
  /** Where the record of the running service and the lock of those who start are kept. */
  readonly stateFolder: string;
  readonly write: (text: string) => void;
  /** Opens the windows on that service; resolves with an exit code when they are closed. Absent: the service alone. */
  readonly desk?: (ready: ReadyLine, stopAsked: AbortSignal) => Promise<number>;
};

type Outcome = { readonly joined: ReadyLine } | { readonly started: DemoService };

/**
 * Starts the demo nation, or joins the one that runs, and opens the windows on it. Returns when the windows are closed or
 * the service has ended; a service that was joined goes on.
 *
 * ```
 *   lock ─▶ on record and answering? ─yes─▶ describe ─▶ windows ─▶ leave
 *             └─no─▶ start ─▶ ready ─▶ record ─▶ unlock ─▶ describe ─▶ windows, or wait ─▶ forget, stop
 * ```
 */
export async function startDemo(options: StartOptions, stopAsked: AbortSignal): Promise<number> {
  const { stateFolder, write } = options;
  const record = join(stateFolder, 'running.json');
  const outcome = await underLock<Outcome>(
    join(stateFolder, 'starting.lock'),
    () => write('Un autre démarrage est en cours : attente…\n'),
    async () => {
      const running = await findRunning(record);
      if (running) return { joined: running };
      write('Démarrage du service national de démonstration…\n');
      const started = await startDemoService(options.serviceScript, options.serviceArguments);
      recordRunning(record, started.ready, started.pid);
      return { started };
    },
  );
  if ('joined' in outcome) {
    write(describeService(outcome.joined, true));
    return (await options.desk?.(outcome.joined, stopAsked)) ?? 0;
  }
  write(describeService(outcome.started.ready, false));
  const desk = options.desk?.(outcome.started.ready, stopAsked).catch((failure: unknown) => {
    write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    return 1;
  });
  return waitForEnd(outcome.started, stopAsked, desk, () => forgetRunning(record), write);
}

async function waitForEnd(
  service: DemoService,
  stopAsked: AbortSignal,
  desk: Promise<number> | undefined,
  forget: () => void,
  write: (text: string) => void,
): Promise<number> {
  const asked = new Promise<'asked'>((resolve) => {
    if (stopAsked.aborted) resolve('asked');
    stopAsked.addEventListener('abort', () => resolve('asked'), { once: true });
  });
  const closed = desk?.then((code) => ({ closed: code })) ?? new Promise<never>(() => undefined);
  const first = await Promise.race([asked, service.ended, closed]);
  forget();
  if (typeof first === 'number') {
    write(`Le service national s'est arrêté de lui-même (code ${first}).\n`);
    return first === 0 ? 0 : 1;
  }
  // The windows leave before the service that they speak to.
  const code = first === 'asked' ? await desk : first.closed;
  await service.stop();
  write('Service national arrêté.\n');
  return code ?? 0;
}
