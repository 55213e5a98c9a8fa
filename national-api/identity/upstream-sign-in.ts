/**
 * This service as the confidential client of an upstream provider (TRUST, result 9; S41): discovery, code with PKCE,
 * state, nonce, client secret; the ID token's signature, issuer, audience, expiry and algorithm are checked, and the
 * user information must speak of the same subject.
 */
import * as oidc from 'openid-client';
import type { Ground } from '../kernel/ground.ts';
import type { UpstreamSettings } from './identity-settings.ts';
import { isLoopback } from './identity-settings.ts';
import { oidcKey } from './oidc-key.ts';

const PENDING_SECONDS = 600;
const PENDING_MODEL = 'UpstreamSignIn';
const TIMEOUT_SECONDS = 15;

/** Who the upstream provider says that the person is. */
export interface UpstreamIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** The provider says in so many words that the address was not checked. */
  readonly emailUnverified: boolean;
}

interface Pending {
  readonly uid: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface UpstreamSignIn {
  /** Where to send the browser; `uid` is the interaction that waits. */
  begin(uid: string): Promise<URL>;
  /** The interaction that a callback belongs to, or null when the state is unknown or too old. */
  interactionOf(state: string): Promise<string | null>;
  /**
   * Reads the provider's answer, once.
   *
   * @param search the query of the callback, with its '?'
   * @throws when anything about the answer is not exactly as it should be
   */
  finish(uid: string, search: string): Promise<UpstreamIdentity>;
}

export interface UpstreamOptions {
  readonly ground: Ground;
  readonly settings: UpstreamSettings;
  /** Registered with the upstream provider, to the character. */
  readonly callbackUrl: string;
}

/** The answer could not be trusted; the words are for the log, never for the screen. */
export class UpstreamFault extends Error {}

export function createUpstreamSignIn({ ground, settings, callbackUrl }: UpstreamOptions): UpstreamSignIn {
  const { database } = ground;
  let discovered: Promise<oidc.Configuration> | null = null;

  async function discover(): Promise<oidc.Configuration> {
    const configuration = await oidc.discovery(
      new URL(settings.issuer),
      settings.clientId,
      { id_token_signed_response_alg: settings.idTokenAlgorithm },
      oidc.ClientSecretPost(settings.clientSecret),
      {
        timeout: TIMEOUT_SECONDS,
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(isLoopback(settings.issuer) ? [oidc.allowInsecureRequests] : []),
        ],
      },
    );
    return configuration;
  }

  /** Kept once it worked; a provider that was away is asked again. */
  function configuration(): Promise<oidc.Configuration> {
    discovered ??= discover().catch((error: unknown) => {
      discovered = null;
      throw error;
    });
    return discovered;
  }

  async function pendingOf(state: string): Promise<Pending | null> {
    const row = await database.read
      .selectFrom('oidcPayload')
      .select('payload')
      .where('key', '=', oidcKey('broker', PENDING_MODEL, state))
      .where('expiresAt', '>', Math.floor(ground.clock() / 1000))
      .executeTakeFirst();
    return row ? (JSON.parse(row.payload) as Pending) : null;
  }

  /** Deletes the pending sign-in and says whether it was there: an answer is read once, by one instance. */
  async function take(state: string): Promise<boolean> {
    const { numDeletedRows } = await database.transaction((writer) =>
      writer
        .deleteFrom('oidcPayload')
        .where('key', '=', oidcKey('broker', PENDING_MODEL, state))
        .executeTakeFirst(),
    );
    return numDeletedRows === 1n;
  }

  return {
    async begin(uid) {
      const state = oidc.randomState();
      const pending: Pending = { uid, nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const target = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callbackUrl,
        scope: settings.scope,
        state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        ...(settings.acrValues === null ? {} : { acr_values: settings.acrValues }),
      });
      await database.transaction((writer) =>
        writer
          .insertInto('oidcPayload')
          .values({
            key: oidcKey('broker', PENDING_MODEL, state),
            model: `broker/${PENDING_MODEL}`,
            payload: JSON.stringify(pending),
            grantId: null,
            uid,
            userCode: null,
            expiresAt: Math.floor(ground.clock() / 1000) + PENDING_SECONDS,
            consumedAt: null,
          })
          .execute(),
      );
      return target;
    },
    interactionOf: async (state) => (await pendingOf(state))?.uid ?? null,
    async finish(uid, search) {
      const state = new URLSearchParams(search).get('state') ?? '';
      const pending = await pendingOf(state);
      if (pending === null || pending.uid !== uid) throw new UpstreamFault('unknown state');
      if (!(await take(state))) throw new UpstreamFault('state already used');
      const upstream = await configuration();
      const tokens = await oidc.authorizationCodeGrant(upstream, new URL(`${callbackUrl}${search}`), {
        expectedState: state,
        expectedNonce: pending.nonce,
        pkceCodeVerifier: pending.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new UpstreamFault('no ID token');
      const information = await oidc.fetchUserInfo(upstream, tokens.access_token, claims.sub);
      const email = typeof information.email === 'string' ? information.email : null;
      return {
        issuer: settings.knownAs ?? claims.iss,
        subject: claims.sub,
        email,
        emailUnverified: information.email_verified === false,
      };
    },
  };
}
