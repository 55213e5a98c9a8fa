/**
 * Locks the workstation when nobody touches it (TRUST S53): the engine closes the base and forgets its key, windows are
 * covered over whatever was being typed. It opens again when the person shows who they are: by signing in, or by
 * opening the system's own session.
 *
 * ```
 *   open ──10 min without a touch, or the system's screen is locked──▶ locked
 *     ▲                                                                 │
 *     └──── the same person signs in, or the system's screen opens ─────┘
 *
 *   a start after a lock begins locked: leaving the application opens nothing
 * ```
 */
import type { Lock } from '../../contract/app/lock-contract.ts';
import type { Log } from '../diagnostics/log.ts';
import type { Host } from '../host/host.ts';
import { createReaders } from '../rpc/readers.ts';
import type { OpenPerson } from './open-person.ts';
import type { Session } from './session.ts';

export interface AutoLockParts {
  readonly host: Pick<Host, 'idleSeconds' | 'onScreenLock' | 'secrets'>;
  readonly session: Pick<Session, 'current' | 'signIn'>;
  readonly person: Pick<OpenPerson, 'lock' | 'unlock'>;
  readonly clock: () => number;
  /** Runs something after so many milliseconds; what it returns calls it off. */
  readonly later: (ms: number, work: () => void) => () => void;
  readonly log: Log;
}

export interface AutoLock {
  /** Before anybody comes back: a workstation that was left locked begins locked. */
  start(): Promise<void>;
  state(): Lock;
  follow(signal: AbortSignal | undefined): AsyncGenerator<Lock, void>;
  /** @throws SignInFault when the person does not show who they are: it stays locked */
  unlock(): Promise<void>;
  /** Nobody is signed in any more: there is nothing to cover. */
  signedOut(): Promise<void>;
  stop(): void;
}

export const LOCK_AFTER_SECONDS = 600;
const LOOK_EVERY_MS = 15_000;
const MARK = 'verrou';

export function createAutoLock({ host, session, person, clock, later, log }: AutoLockParts): AutoLock {
  const state = { since: null as string | null, cancel: null as (() => void) | null, stopped: false };
  const readers = createReaders();
  const now = (): Lock => ({
    locked: state.since !== null,
    since: state.since,
    person: state.since === null ? null : (session.current()?.person.name ?? null),
  });
  const change = async (since: string | null) => {
    state.since = since;
    readers.wake();
    // Where secrets cannot be kept nobody comes back by themselves either.
    const kept = since === null ? host.secrets.remove(MARK) : host.secrets.write(MARK, Uint8Array.of(1));
    await kept.catch(() => log('lock.not-marked'));
  };
  const lock = async (reason: 'idle' | 'screen') => {
    if (state.since !== null || session.current() === null) return;
    log('lock.locked', { reason });
    await change(new Date(clock()).toISOString());
    await person.lock();
  };
  const open = async () => {
    await person.unlock();
    log('lock.opened');
    await change(null);
  };
  const guarded = (work: Promise<void>) => {
    work.catch((error: unknown) => log('lock.fault', { code: error instanceof Error ? error.name : '' }));
  };
  const look = () => {
    if (state.stopped) return;
    if (host.idleSeconds() >= LOCK_AFTER_SECONDS) guarded(lock('idle'));
    state.cancel = later(LOOK_EVERY_MS, look);
  };
  host.onScreenLock((locked) => {
    if (locked) guarded(lock('screen'));
    else if (state.since !== null && session.current() !== null) guarded(open());
  });
  return {
    async start() {
      const mark = await host.secrets.read(MARK).catch(() => null);
      if (mark !== null) {
        state.since = new Date(clock()).toISOString();
        await person.lock();
      }
      look();
    },
    state: now,
    follow(signal) {
      const told = { lock: '' };
      const next = () => {
        const lockNow = now();
        if (JSON.stringify(lockNow) === told.lock) return null;
        told.lock = JSON.stringify(lockNow);
        return lockNow;
      };
      return readers.read(next, signal);
    },
    async unlock() {
      if (state.since === null) return;
      await session.signIn();
      await open();
    },
    async signedOut() {
      if (state.since === null) return;
      await person.unlock();
      await change(null);
    },
    stop() {
      state.stopped = true;
      state.cancel?.();
    },
  };
}
