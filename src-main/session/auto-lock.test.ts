import { describe, expect, it } from 'vitest';
import type { Lock } from '../../contract/app/lock-contract.ts';
import type { EngineSession } from '../engine/engine-control.ts';
import type { SecretStore } from '../host/host.ts';
import { createMemorySecrets } from '../host/secrets/memory-secrets.ts';
import { SignInFault } from '../national/identity/sign-in-fault.ts';
import { createAutoLock, LOCK_AFTER_SECONDS } from './auto-lock.ts';

const PERSON = { id: 'p-1', name: 'Régulation 6', role: 'ars-regulator', agency: 6, departements: null };

function stage(secrets: SecretStore = createMemorySecrets()) {
  const state = {
    idle: 0,
    signedIn: true,
    refuses: false,
    screen: (_locked: boolean) => {},
    looks: [] as (() => void)[],
    acts: [] as string[],
  };
  const lock = createAutoLock({
    host: {
      secrets,
      idleSeconds: () => state.idle,
      onScreenLock: (listener) => {
        state.screen = listener;
      },
    },
    session: {
      current: () => (state.signedIn ? ({ person: PERSON } as EngineSession) : null),
      async signIn() {
        if (state.refuses) throw new SignInFault('given-up');
        state.acts.push('signed in');
      },
    },
    person: {
      lock: async () => void state.acts.push('base closed'),
      unlock: async () => void state.acts.push('base opened'),
    },
    clock: () => Date.UTC(2020, 10, 15),
    later(_ms, work) {
      state.looks.push(work);
      return () => void state.looks.splice(0);
    },
    log: () => undefined,
  });
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    ...{ lock, state, secrets, settle },
    async rest(seconds: number) {
      state.idle = seconds;
      for (const look of state.looks.splice(0)) look();
      await settle();
    },
  };
}

describe('the lock of a workstation', () => {
  it('S53 locks after ten minutes without a touch: the base is closed, and everybody is told', async () => {
    const { lock, rest, state } = stage();
    await lock.start();
    const heard: Lock[] = [];
    const end = new AbortController();
    const listening = (async () => {
      for await (const one of lock.follow(end.signal)) heard.push(one);
    })();
    await rest(LOCK_AFTER_SECONDS - 1);
    expect(state.acts).toEqual([]);
    await rest(LOCK_AFTER_SECONDS);
    expect(state.acts).toEqual(['base closed']);
    await lock.unlock();
    expect(state.acts).toEqual(['base closed', 'signed in', 'base opened']);
    await rest(0);
    end.abort();
    await listening;
    expect(heard.map(({ locked, person }) => [locked, person])).toEqual([
      [false, null],
      [true, 'Régulation 6'],
      [false, null],
    ]);
    expect(LOCK_AFTER_SECONDS).toBeLessThanOrEqual(600);
  });

  it('S53 locks with the system’s screen and opens with it, for the system asked who it is', async () => {
    const { lock, state, settle } = stage();
    await lock.start();
    state.screen(true);
    await settle();
    expect(lock.state().locked).toBe(true);
    state.screen(true);
    state.screen(false);
    await settle();
    expect([lock.state().locked, state.acts]).toEqual([false, ['base closed', 'base opened']]);
  });

  it('S53 stays locked when the person does not show who they are', async () => {
    const { lock, state, rest } = stage();
    await lock.start();
    await rest(700);
    state.refuses = true;
    await expect(lock.unlock()).rejects.toThrow();
    expect([lock.state().locked, state.acts]).toEqual([true, ['base closed']]);
  });

  it('S53 begins locked when it was left locked', async () => {
    const first = stage();
    await first.lock.start();
    await first.rest(700);
    first.lock.stop();
    const again = stage(first.secrets);
    await again.lock.start();
    expect([again.lock.state().locked, again.state.acts]).toEqual([true, ['base closed']]);
    await again.lock.unlock();
    const third = stage(first.secrets);
    await third.lock.start();
    expect(third.lock.state().locked).toBe(false);
  });

  it('S53 covers nothing where nobody is signed in, and opens when the person signs out', async () => {
    const { lock, state, rest } = stage();
    state.signedIn = false;
    await lock.start();
    await rest(9_000);
    expect(lock.state().locked).toBe(false);
    state.signedIn = true;
    await rest(9_000);
    expect(lock.state().locked).toBe(true);
    state.signedIn = false;
    await lock.signedOut();
    expect(lock.state().locked).toBe(false);
  });
});
