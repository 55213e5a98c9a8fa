/**
 * "There is news": tells a connected workstation that the head or its scope moved, never what (ARCHITECTURE §5-6).
 *
 * ```
 * commit ─▶ onNews ─▶ [one flag] ─▶ read head and scope version ─▶ yield, if they moved ─▶ wait the gap ─▶ …
 * ```
 *
 * One flag a connection is all that is kept: a thousand commits while a reader is busy make one piece of news.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Principal } from '../../contract/national/principal.ts';
import type { Ground } from '../kernel/ground.ts';
import { readHead } from '../kernel/seal.ts';
import type { CallerScope } from './caller-scope.ts';
import { callerScope } from './caller-scope.ts';
import { currentScope } from './scope-versions.ts';

export interface News {
  readonly head: number;
  readonly scopeVersion: number;
}

export interface NewsPace {
  /** Least time between two pieces of news, in milliseconds. */
  readonly gap: number;
  /** Time after which head and scope are looked at even if nothing was announced (an opening that starts by date). */
  readonly recheck: number;
}

const PACE: NewsPace = { gap: 100, recheck: 15_000 };

async function readNews(ground: Ground, scope: CallerScope): Promise<News> {
  return ground.database.snapshot(async (reader) => ({
    head: await readHead(reader),
    scopeVersion: (await currentScope(reader, scope.id)).version,
  }));
}

/** A flag that commits raise and that one reader waits for. */
function announcements(ground: Ground): { raised(pace: number, signal: AbortSignal): Promise<void>; stop(): void } {
  let flag = false;
  let wake: (() => void) | null = null;
  const stop = ground.database.onNews(() => {
    flag = true;
    wake?.();
  });
  return {
    stop,
    async raised(patience, signal) {
      if (!flag) {
        const given = new AbortController();
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const either = AbortSignal.any([signal, given.signal]);
        await Promise.race([woken, wait(patience, undefined, { signal: either }).catch(() => {})]);
        given.abort();
        wake = null;
      }
      flag = false;
    },
  };
}

/**
 * Yields at once where things stand, then each time they moved, until the signal aborts.
 *
 * @throws FeedRefusal 'no-right', at the first step
 * @example for await (const { head } of newsStream(ground, principal, signal)) if (head > cursor.after) await pullAgain();
 */
export async function* newsStream(
  ground: Ground,
  principal: Principal,
  signal: AbortSignal,
  pace: NewsPace = PACE,
): AsyncGenerator<News, void, undefined> {
  const scope = callerScope(principal);
  const announced = announcements(ground);
  try {
    let told: News | null = null;
    while (!signal.aborted) {
      const news = await readNews(ground, scope);
      if (signal.aborted) return;
      if (told?.head !== news.head || told.scopeVersion !== news.scopeVersion) {
        told = news;
        yield news;
        await wait(pace.gap, undefined, { signal }).catch(() => {});
      }
      await announced.raised(pace.recheck, signal);
    }
  } finally {
    announced.stop();
  }
}
