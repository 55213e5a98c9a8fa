/**
 * The OpenID provider of the workspace (TRUST S41): authorization code with PKCE S256 for public native clients, opaque
 * access tokens, refresh tokens that rotate and whose reuse ends the whole grant.
 *
 * ```
 * workspace ─▶ /oidc/auth ─▶ /oidc/interaction/:uid ─▶ upstream provider ─▶ /oidc/retour-fournisseur
 *     ▲                                                                            │
 *     └── 127.0.0.1:port/retour?code ◀── /oidc/auth/:uid ◀── /oidc/interaction/:uid/retour
 * ```
 */
import type { Configuration, JWK } from 'oidc-provider';
import { interactionPolicy, Provider } from 'oidc-provider';
import type { Ground } from '../kernel/ground.ts';
import { BROKER_CLIENTS, WORKSPACE_CLIENT } from './clients.ts';
import type { IdentityKeys } from './identity-keys.ts';
import type { TokenLifetimes } from './identity-settings.ts';
import { createOidcAdapter } from './oidc-adapter.ts';
import { PAGE_HEADERS } from './page.ts';
import { principalOfSubject } from './principal-of-subject.ts';
import { refusalPage } from './sign-in-pages.ts';
import { parseSubject } from './subject.ts';

export const BROKER_PATH = '/oidc';
const SIGN_IN_MINUTES = 15;
/** A mark in `amr`: the person ticked "Garder la session ouverte" (F38). */
export const KEEP_SESSION = 'session-kept';

/** No consent page: both clients are ours. Signing in is the only prompt. */
function policy(): interactionPolicy.DefaultPolicy {
  const base = interactionPolicy.base();
  base.remove('consent');
  return base;
}

/** A page for what cannot be told to the client, in our own words: never the library's, never a stack. */
const renderError: Configuration['renderError'] = async (ctx) => {
  ctx.type = 'html';
  for (const [name, value] of Object.entries(PAGE_HEADERS)) ctx.set(name, value);
  ctx.body = refusalPage('Cette demande de connexion est incomplète, trop ancienne ou déjà utilisée.');
};

/** What both providers of this service share. */
export function sharedConfiguration(keys: IdentityKeys, path: string): Configuration {
  return {
    cookies: {
      keys: [keys.cookieSecret],
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
      long: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    renderError,
    interactions: { url: (_ctx, interaction) => `${path}/interaction/${interaction.uid}`, policy: policy() },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
  };
}

async function loadGrant(ctx: Parameters<NonNullable<Configuration['loadExistingGrant']>>[0]) {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

export function createBroker(ground: Ground, issuer: string, keys: IdentityKeys, lifetimes: TokenLifetimes): Provider {
  const shared = sharedConfiguration(keys, BROKER_PATH);
  const provider = new Provider(issuer, {
    ...shared,
    adapter: (model: string) => createOidcAdapter(ground, 'broker', model),
    clients: [...BROKER_CLIENTS],
    jwks: { keys: [keys.brokerKey as unknown as JWK] },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'role', 'agency'] },
    features: {
      ...shared.features,
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    },
    loadExistingGrant: loadGrant,
    rotateRefreshToken: true,
    expiresWithSession: () => false,
    issueRefreshToken: (_ctx, client, code) =>
      client.clientId === WORKSPACE_CLIENT || ('amr' in code && (code.amr ?? []).includes(KEEP_SESSION)),
    ttl: {
      AccessToken: lifetimes.accessToken,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: SIGN_IN_MINUTES * 60,
      Session: SIGN_IN_MINUTES * 60,
      RefreshToken: lifetimes.refreshToken,
      Grant: lifetimes.grant,
    },
    // Asked at sign-in and at each refresh: who is no longer entitled gets no further token.
    async findAccount(_ctx, sub) {
      const subject = parseSubject(sub);
      if (subject === null) return undefined;
      const answer = await principalOfSubject(ground.database.read, subject, ground.clock());
      if (!answer.ok) return undefined;
      const { displayName, role, agency } = answer.principal;
      return { accountId: sub, claims: () => ({ sub, name: displayName, role, agency }) };
    },
  });
  provider.proxy = true;
  provider.on('server_error', (_ctx, error) => ground.log('identity.fault', { error: error.name }));
  return provider;
}
