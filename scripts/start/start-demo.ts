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
};

type Outcome = { readonly joined: ReadyLine } | { readonly started: DemoService };

/**
 * Starts the demo nation, or joins the one that runs. Returns when the service has ended (or at once when joined).
 *
 * ```
 *   lock ─▶ on record and answering? ─yes─▶ describe, leave
 *             └─no─▶ start ─▶ ready ─▶ record ─▶ unlock ─▶ describe ─▶ wait ─▶ forget
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
    return 0;
  }
  write(describeService(outcome.started.ready, false));
  return waitForEnd(outcome.started, stopAsked, () => forgetRunning(record), write);
}

async function waitForEnd(
  service: DemoService,
  stopAsked: AbortSignal,
  forget: () => void,
  write: (text: string) => void,
): Promise<number> {
  const asked = new Promise<'asked'>((resolve) => {
    if (stopAsked.aborted) resolve('asked');
    stopAsked.addEventListener('abort', () => resolve('asked'), { once: true });
  });
  const first = await Promise.race([asked, service.ended]);
  forget();
  if (first === 'asked') {
    await service.stop();
    write('Service national arrêté.\n');
    return 0;
  }
  write(`Le service national s'est arrêté de lui-même (code ${first}).\n`);
  return first === 0 ? 0 : 1;
}
