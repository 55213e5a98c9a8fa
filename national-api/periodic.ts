/** Runs a job again and again, never twice at once; a failure is logged and the next turn comes anyway. */
import type { Log } from './kernel/ground.ts';

export interface Periodic {
  /** Stops the turns and waits for the one under way. */
  stop(): Promise<void>;
}

/**
 * @param pause milliseconds from the end of a turn to the start of the next
 * @example const anchoring = startPeriodic('anchor', 60_000, () => anchorReadJournals(ground), ground.log);
 */
export function startPeriodic(name: string, pause: number, job: () => Promise<unknown>, log: Log): Periodic {
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function turn(): Promise<void> {
    try {
      await job();
    } catch (error) {
      log('periodic.fault', { job: name, error: error instanceof Error ? error.name : typeof error });
    }
    plan();
  }
  function plan(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      underWay = turn();
    }, pause);
  }

  plan();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
