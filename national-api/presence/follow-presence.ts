/**
 * Waits until somebody comes, leaves or writes in the log: word of it reaches a workstation at once, at the price of one
 * question every twenty-five seconds while nothing happens.
 *
 * ```
 *   question ─▶ listen ─▶ read ─▶ not what was seen, or held long enough? ─yes─▶ answer
 *                          ▲                └─no─▶ wait for a stir of one's cell, on any instance ─┐
 *                          └──────────────────────── a breath, so that many stirs make one look ◀──┘
 * ```
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Principal } from '../../contract/national/principal.ts';
import type { PresenceAnswer } from '../../contract/national/routes/presence-routes.ts';
import { PRESENCE_HELD_MS } from '../../contract/national/routes/presence-routes.ts';
import { callerScope } from '../feed/caller-scope.ts';
import type { Ground } from '../kernel/ground.ts';
import { readPresence } from './read-presence.ts';

export interface PresenceFollow {
  readonly station: string;
  /** The mark of the answer that the workstation has. */
  readonly seen?: string | undefined;
}

export interface FollowPace {
  /** Milliseconds that a question is held at most. */
  readonly held: number;
  /** Least milliseconds between two looks at the base. */
  readonly breath: number;
}

const PACE: FollowPace = { held: PRESENCE_HELD_MS, breath: 100 };

/**
 * @param signal aborts when the workstation left or the service stops: what is known then is answered, to nobody
 * @throws FeedRefusal 'no-right'
 * @example await followPresence(ground, principal, { station: 'poste-1', seen: answer.mark }, signal);
 */
export async function followPresence(
  ground: Ground,
  principal: Principal,
  { station, seen }: PresenceFollow,
  signal: AbortSignal,
  { held, breath }: FollowPace = PACE,
): Promise<PresenceAnswer> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(held)]);
  const stirs = stirsOf(ground, callerScope(principal).agency, until);
  try {
    for (;;) {
      const answer = await readPresence(ground, principal, station);
      if (answer.mark !== seen || until.aborted) return answer;
      await stirs.next();
      await wait(breath, undefined, { signal: until }).catch(() => undefined);
    }
  } finally {
    stirs.stop();
  }
}

/** Stirs of one's own cell, or of any for the nation; those that come while nobody waits count once. */
function stirsOf({ database }: Ground, agency: number | null, until: AbortSignal) {
  const state = { stirred: false, wake: () => {} };
  const stir = () => {
    state.stirred = true;
    state.wake();
  };
  const stop = database.onStir((agencies) => {
    if (agency === null || agencies.includes(agency)) stir();
  });
  until.addEventListener('abort', stir, { once: true });
  return {
    async next(): Promise<void> {
      if (!state.stirred && !until.aborted) {
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      }
      state.stirred = false;
    },
    stop() {
      stop();
      until.removeEventListener('abort', stir);
    },
  };
}
