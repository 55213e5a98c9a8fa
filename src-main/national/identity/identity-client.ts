/**
 * Signing in by OpenID Connect as an installed application does: authorization code, PKCE S256, state, nonce, an answer
 * on the loopback, no secret of ours (RFC 8252, TRUST S41).
 */
import type { Configuration } from 'openid-client';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  tokenRevocation,
} from 'openid-client';
import { NATIONAL_FAULTS } from '../national-fault.ts';
import { isUntrusted } from '../untrusted.ts';
import type { IdentityFetch } from './identity-fetch.ts';
import { SignInFault } from './sign-in-fault.ts';

export const CLIENT_ID = 'poste-de-regulation';
const SCOPE = 'openid profile';
/** When the provider does not say. */
const USUAL_SECONDS = 300;

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds from now until the access token ends. */
  readonly lifetimeMs: number;
}

export interface SignInAttempt {
  readonly address: string;
  /** @throws SignInFault when the answer is not the one that was asked for */
  finish(answer: URL): Promise<Tokens>;
}

export interface IdentityClient {
  begin(redirectUri: string): Promise<SignInAttempt>;
  /** @throws SignInFault 'session-ended' when the provider wants the person again, 'offline' when it does not answer */
  refresh(refreshToken: string): Promise<Tokens>;
  /** Tells the provider that the session is over; a failure changes nothing here. */
  revoke(refreshToken: string): Promise<void>;
}

/** @param server origin of the national service, whose provider lives under /oidc */
export function createIdentityClient(server: string, fetch: IdentityFetch): IdentityClient {
  const known: { configuration: Promise<Configuration> | null } = { configuration: null };
  const configuration = () => {
    known.configuration ??= discover(server, fetch).catch((error: unknown) => {
      known.configuration = null;
      throw nameFault(error);
    });
    return known.configuration;
  };
  return {
    async begin(redirectUri) {
      const found = await configuration();
      const verifier = randomPKCECodeVerifier();
      const [state, nonce] = [randomState(), randomNonce()];
      const address = buildAuthorizationUrl(found, {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return {
        address: address.href,
        async finish(answer) {
          const checks = {
            pkceCodeVerifier: verifier,
            expectedState: state,
            expectedNonce: nonce,
            idTokenExpected: true,
          };
          return readTokens(await authorizationCodeGrant(found, answer, checks).catch(throwNamed));
        },
      };
    },
    async refresh(refreshToken) {
      const found = await configuration();
      return readTokens(await refreshTokenGrant(found, refreshToken).catch(throwNamed), refreshToken);
    },
    async revoke(refreshToken) {
      await tokenRevocation(await configuration(), refreshToken, { token_type_hint: 'refresh_token' });
    },
  };
}

async function discover(server: string, fetch: IdentityFetch): Promise<Configuration> {
  const isLoopback = new URL(server).hostname === '127.0.0.1';
  const found = await discovery(
    new URL('/oidc', server),
    CLIENT_ID,
    { id_token_signed_response_alg: 'ES256' },
    None(),
    {
      execute: isLoopback ? [allowInsecureRequests] : [],
      [customFetch]: (address, request) => fetch(address, { ...request, body: request.body }),
    },
  );
  enableNonRepudiationChecks(found);
  const { authorization_endpoint, token_endpoint, jwks_uri } = found.serverMetadata();
  const origin = new URL(server).origin;
  // The fetch refuses other origins anyway; the person's browser must not be sent to one either.
  for (const endpoint of [authorization_endpoint, token_endpoint, jwks_uri])
    if (endpoint === undefined || new URL(endpoint).origin !== origin) throw new SignInFault('refused');
  return found;
}

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string | undefined;
  expiresIn(): number | undefined;
}

function readTokens(answer: TokenAnswer, former?: string): Tokens {
  const refreshToken = answer.refresh_token ?? former;
  if (refreshToken === undefined) throw new SignInFault('refused');
  return {
    accessToken: answer.access_token,
    refreshToken,
    lifetimeMs: (answer.expiresIn() ?? USUAL_SECONDS) * 1000,
  };
}

function throwNamed(error: unknown): never {
  throw nameFault(error);
}

/** What the person may be told of it; the library's own words stay in the cause. */
function nameFault(error: unknown): SignInFault {
  if (error instanceof SignInFault) return error;
  if (error instanceof ResponseBodyError)
    return new SignInFault(error.error === 'invalid_grant' ? 'session-ended' : 'refused', undefined, { cause: error });
  if (isUntrusted(error)) return new SignInFault('offline', NATIONAL_FAULTS.untrusted, { cause: error });
  const isNetwork = causes(error).some(
    (one) => one instanceof Error && /fetch failed|aborted|timeout/i.test(one.message),
  );
  return new SignInFault(isNetwork ? 'offline' : 'refused', undefined, { cause: error });
}

function causes(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined ? [error, ...causes(error.cause)] : [error];
}
