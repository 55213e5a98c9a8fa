/**
 * When to synchronise: at once when something is decided or the service says that there is news, now and then
 * otherwise, later and later while it fails.
 */
import type { Log } from '../diagnostics/log.ts';
import type { NationalClient } from '../national/national-client.ts';
import { NationalFault } from '../national/national-fault.ts';
import { readNextTry } from '../store/outbox/read-outbox.ts';
import type { Store } from '../store/store.ts';
import { StoreFault } from '../store/store-fault.ts';
import { backoffMilliseconds } from './backoff.ts';
import type { ConnectionState } from './sync-status.ts';
import type { Synchroniser } from './synchroniser.ts';

/** Time as the loop uses it, so that tests hold it. */
export interface Timers {
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal aborts; never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** In [0, 1). */
  fraction(): number;
}

export interface SyncLoopOptions {
  readonly store: Store;
  readonly client: NationalClient;
  readonly synchroniser: Synchroniser;
  readonly timers: Timers;
  readonly log: Log;
  /** The access token is no longer taken: whoever holds the session must renew it. */
  readonly onTokenRefused: () => void;
  /** The service says that this person has no habilitation any more: their workstation has nothing to hold (TRUST S54). */
  readonly onRevoked?: () => void;
}

const REVOKED: ReadonlySet<string> = new Set(['no-habilitation', 'habilitation-ended']);

export interface SyncLoop {
  /** A session begins, is renewed (true), or ends (false). */
  session(signedIn: boolean): void;
  pause(paused: boolean): void;
  /** Now, whatever the wait; delays that the service asked for are still kept. */
  hurry(): void;
  stop(): Promise<void>;
}

const POLL_WITH_NEWS = 60_000;
const POLL_WITHOUT_NEWS = 15_000;

const STATE_OF: Readonly<Partial<Record<NationalFault['code'], ConnectionState>>> = {
  'session-expired': 'session-expired',
  'no-right': 'no-right',
  'other-person': 'no-right',
};

export function startSyncLoop(options: SyncLoopOptions): SyncLoop {
  const { store, client, synchroniser, timers, log } = options;
  const end = new AbortController();
  let signedIn = false;
  let paused = false;
  let blocked = false;
  let newsFlow = false;
  let failures = 0;
  /** Aborted to leave a wait; replaced for the next. */
  let bell = new AbortController();
  /** Aborted to leave a step: pause, sign-out, end. */
  let leave = new AbortController();

  /** Rung while nobody rested: the next rest does not last. */
  let rung = false;
  /** The service asked not to come back before. */
  let notBefore = 0;

  const ring = (): void => {
    rung = true;
    bell.abort();
  };
  const depart = (): void => {
    leave.abort();
    leave = new AbortController();
    ring();
  };
  // What the person decides leaves at once, but a failure's wait is not cut short by it (TRUST R04).
  const stopListening = store.onChange(({ topics }) => {
    if (topics.includes('outbox') && failures === 0) ring();
  });

  async function rest(milliseconds: number): Promise<void> {
    bell = new AbortController();
    if (!rung) await timers.wait(milliseconds, AbortSignal.any([bell.signal, end.signal]));
    rung = false;
  }

  function restTime(): number {
    const poll = newsFlow ? POLL_WITH_NEWS : POLL_WITHOUT_NEWS;
    const next = readNextTry(store.statements, store.personId);
    return next === null ? poll : Math.min(poll, Math.max(1000, Date.parse(next) - timers.now()));
  }

  async function recover(error: unknown): Promise<void> {
    const known = error instanceof NationalFault || error instanceof StoreFault;
    log('sync.fault', { code: known ? error.code : 'unexpected', failures });
    const code = error instanceof NationalFault ? error.code : null;
    const state = (code === null ? undefined : STATE_OF[code]) ?? 'offline';
    const message = known ? error.message : 'La synchronisation a rencontré une erreur inattendue ; elle va reprendre.';
    failures += 1;
    const retryAfter = error instanceof NationalFault ? error.retryAfter : null;
    const wait = backoffMilliseconds(failures, timers.fraction(), retryAfter);
    blocked = code === 'session-expired' || code === 'other-person';
    synchroniser.show({
      connection: state,
      message,
      progress: null,
      nextAttemptAt: blocked ? null : timers.now() + wait,
    });
    notBefore = timers.now() + (retryAfter ?? 0) * 1000;
    if (code === 'session-expired') options.onTokenRefused();
    if (error instanceof NationalFault && REVOKED.has(error.problem?.code ?? '')) options.onRevoked?.();
    // What rang until now was this very failure giving its decisions back.
    rung = false;
    await rest(blocked ? Number.MAX_SAFE_INTEGER : wait);
  }

  async function run(): Promise<void> {
    while (!end.signal.aborted) {
      if (!signedIn || paused || blocked) {
        await rest(Number.MAX_SAFE_INTEGER);
        continue;
      }
      const signal = AbortSignal.any([leave.signal, end.signal]);
      try {
        await synchroniser.step(signal);
        failures = 0;
        await rest(restTime());
      } catch (error) {
        if (!signal.aborted) await recover(error);
      }
    }
  }

  async function followNews(): Promise<void> {
    let tries = 0;
    while (!end.signal.aborted) {
      if (!signedIn || paused || blocked || synchroniser.status.connection !== 'up-to-date') {
        await timers.wait(1000, end.signal);
        continue;
      }
      const signal = AbortSignal.any([leave.signal, end.signal]);
      try {
        for await (const _ of client.news(signal)) {
          tries = 0;
          newsFlow = true;
          if (failures === 0) ring();
        }
      } catch (error) {
        if (!signal.aborted) log('news.fault', { code: error instanceof NationalFault ? error.code : 'unexpected' });
      }
      newsFlow = false;
      tries += 1;
      await timers.wait(backoffMilliseconds(tries, timers.fraction(), null), end.signal);
    }
  }

  const running = Promise.all([run(), followNews()]);
  return {
    session(now) {
      signedIn = now;
      blocked = false;
      failures = 0;
      synchroniser.renew();
      if (!now) synchroniser.show({ connection: 'signed-out', message: null, progress: null, nextAttemptAt: null });
      depart();
    },
    pause(now) {
      paused = now;
      if (now) synchroniser.show({ connection: 'paused', message: 'Synchronisation en pause.', nextAttemptAt: null });
      depart();
    },
    hurry() {
      if (timers.now() >= notBefore) ring();
    },
    async stop() {
      stopListening();
      end.abort();
      depart();
      await running;
    },
  };
}
