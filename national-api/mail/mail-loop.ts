/** Runs the delivery now and then, never twice at once in one process. */
import type { Ground } from '../kernel/ground.ts';
import { deliverDueMails } from './deliver-due-mails.ts';
import type { MailTransport } from './mail-transport.ts';

const EVERY_MS = 5000;

export interface MailLoop {
  /** Waits for the message that is leaving, then stops. */
  stop(): Promise<void>;
}

/** @example const loop = startMailLoop(ground, createDemoBox()); … await loop.stop(); */
export function startMailLoop(ground: Ground, transport: MailTransport, everyMs = EVERY_MS): MailLoop {
  const stopping = new AbortController();
  let running: Promise<unknown> | null = null;
  const turn = (): void => {
    running ??= deliverDueMails(ground, transport, stopping.signal)
      .catch((error: unknown) => {
        ground.log('mail.fault', { error: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(turn, everyMs);
  turn();
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
      transport.close();
    },
  };
}
