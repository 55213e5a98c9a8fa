/**
 * Who is signed in, and until when: signs in, comes back at the next start, renews before the end, signs out.
 *
 * ```
 *   signed out ──signIn──▶ signing in ──answer──▶ signed in ──renew before the end──┐
 *       ▲  ▲                   │given up             │ ▲──────────────────────────┘
 *       │  └───────────────────┘                     ├─offline──▶ signed in, renewed when the network is back
 *       └──────────────── signOut ───────────────────┴─refused──▶ ended: the person must sign in again
 * ```
 */
import type { Log } from '../diagnostics/log.ts';
import type { EngineSession } from '../engine/engine-control.ts';
import type { SecretStore, SignInWindow } from '../host/host.ts';
import type { LoopbackListener } from '../host/loopback-listener.ts';
import { VaultFault } from '../host/secrets/vault-fault.ts';
import type { Person } from '../national/identity/ask-who-i-am.ts';
import type { IdentityClient, SignInAttempt, Tokens } from '../national/identity/identity-client.ts';
import { SignInFault } from '../national/identity/sign-in-fault.ts';
import { forgetSession, keepSession, readKeptSession } from './kept-session.ts';

export interface SessionParts {
  readonly server: string;
  readonly secrets: SecretStore;
  readonly window: SignInWindow;
  /** Origins that the provider's pages need, beside the service's. */
  readonly signInOrigins: readonly string[];
  readonly identity: IdentityClient;
  readonly whoAmI: (accessToken: string) => Promise<Person>;
  readonly listen: () => Promise<LoopbackListener>;
  readonly proxyFor: (address: string) => Promise<string | null>;
  readonly clock: () => number;
  /** Runs something after so many milliseconds; what it returns calls it off. */
  readonly later: (ms: number, work: () => void) => () => void;
  readonly log: Log;
  /** Awaited: what follows a change of session has happened when sign-in is over. */
  readonly onChange: (session: EngineSession | null) => Promise<void>;
}

export interface Session {
  /** Comes back as whoever was signed in, even without network; false when nobody was. */
  resume(): Promise<boolean>;
  /** @throws SignInFault */
  signIn(): Promise<void>;
  /** The service did not accept the access token: get another, or say that the session is over. */
  tokenRefused(): void;
  signOut(): Promise<void>;
  current(): EngineSession | null;
  stop(): void;
}

const RENEW_BEFORE_MS = 60_000;
const SOONEST_MS = 5_000;
const RETRY_MS = [5_000, 15_000, 60_000, 300_000] as const;
const GIVE_UP_MS = 10 * 60_000;

export function createSession(parts: SessionParts): Session {
  const { server, secrets, identity, clock, later, log } = parts;
  const state = {
    session: null as EngineSession | null,
    refreshToken: null as string | null,
    cancelTimer: null as (() => void) | null,
    listener: null as LoopbackListener | null,
    renewing: null as Promise<void> | null,
    failures: 0,
  };
  const schedule = (ms: number) => {
    state.cancelTimer?.();
    state.cancelTimer = later(ms, () => void renew());
  };
  const adopt = async (tokens: Tokens, person: Person) => {
    state.refreshToken = tokens.refreshToken;
    await keepSession(secrets, { server, refreshToken: tokens.refreshToken, person }).catch((error: unknown) => {
      throw new SignInFault('no-vault', error instanceof VaultFault ? error.message : undefined, { cause: error });
    });
    state.failures = 0;
    schedule(Math.max(SOONEST_MS, tokens.lifetimeMs - RENEW_BEFORE_MS));
    const expiresAt = new Date(clock() + tokens.lifetimeMs).toISOString();
    await announce({ server, accessToken: tokens.accessToken, expiresAt, person, proxy: await parts.proxyFor(server) });
  };
  const announce = async (session: EngineSession | null) => {
    state.session = session;
    await parts.onChange(session);
  };
  const renew = (): Promise<void> => {
    state.renewing ??= renewOnce().finally(() => {
      state.renewing = null;
    });
    return state.renewing;
  };
  const renewOnce = async () => {
    const { refreshToken, session } = state;
    if (refreshToken === null || session === null) return;
    try {
      const tokens = await identity.refresh(refreshToken);
      if (state.refreshToken === refreshToken) await adopt(tokens, session.person);
    } catch (error) {
      const code = error instanceof SignInFault ? error.code : 'unexpected';
      log('session.not-renewed', { code, failures: state.failures });
      if (code === 'session-ended') {
        // The token that everybody knows to be dead stays: the engine says "session expirée", decisions stay.
        state.refreshToken = null;
        await forgetSession(secrets);
        return;
      }
      schedule(RETRY_MS[Math.min(state.failures, RETRY_MS.length - 1)] ?? GIVE_UP_MS);
      state.failures += 1;
    }
  };
  const signIn = async () => {
    state.listener?.close();
    const listener = await parts.listen();
    state.listener = listener;
    const cancelLimit = later(GIVE_UP_MS, () => listener.close());
    try {
      const attempt = await identity.begin(listener.redirectUri);
      const tokens = await askPerson(parts, attempt, listener);
      await adopt(tokens, await parts.whoAmI(tokens.accessToken));
    } finally {
      cancelLimit();
      listener.close();
      if (state.listener === listener) {
        state.listener = null;
        await parts.window.close();
      }
    }
  };
  return {
    current: () => state.session,
    signIn,
    async resume() {
      const kept = await readKeptSession(secrets, server);
      if (kept === null) return false;
      state.refreshToken = kept.refreshToken;
      const past = new Date(clock()).toISOString();
      const proxy = await parts.proxyFor(server);
      await announce({ server, accessToken: 'none-yet', expiresAt: past, person: kept.person, proxy });
      await renew();
      return true;
    },
    tokenRefused: () => void renew(),
    async signOut() {
      state.cancelTimer?.();
      const { refreshToken } = state;
      state.refreshToken = null;
      await forgetSession(secrets);
      await announce(null);
      if (refreshToken !== null) await identity.revoke(refreshToken).catch(() => log('session.not-revoked'));
    },
    stop() {
      state.cancelTimer?.();
      state.listener?.close();
    },
  };
}

async function askPerson(parts: SessionParts, attempt: SignInAttempt, listener: LoopbackListener): Promise<Tokens> {
  const origins = [parts.server, listener.redirectUri, ...parts.signInOrigins].map((one) => new URL(one).origin);
  await parts.window.open(attempt.address, origins);
  const answer = await listener.answer.catch((error: unknown) => {
    throw new SignInFault('given-up', undefined, { cause: error });
  });
  return attempt.finish(answer);
}
