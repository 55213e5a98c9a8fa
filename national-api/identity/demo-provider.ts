/**
 * The demonstration's identity provider: a second OpenID provider in the same process, in the shape of ProConnect, whose
 * page lists invented people. It exists in the demonstration only and says so.
 */

import type { JWK } from 'oidc-provider';
import { Provider } from 'oidc-provider';
import { AGENCIES, agencyOf } from '../../contract/domain/geography/agency.ts';
import { ROLE_LABELS } from '../../contract/domain/role.ts';
import type { Ground } from '../kernel/ground.ts';
import { sharedConfiguration } from './broker-provider.ts';
import type { DemoPerson } from './demo-people.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import type { IdentityKeys } from './identity-keys.ts';
import type { UpstreamSettings } from './identity-settings.ts';
import { createOidcAdapter } from './oidc-adapter.ts';
import { escapeHtml, page } from './page.ts';

export const DEMO_PATH = '/demo-idp';
const CLIENT_ID = 'service-national';
const SCOPE = 'openid given_name usual_name email';

/** How the broker speaks to it: exactly as to a real one. */
export function demoUpstream(publicUrl: string, keys: IdentityKeys): UpstreamSettings {
  return {
    label: 'Démonstration',
    issuer: `${publicUrl}${DEMO_PATH}`,
    // Each start may give it another port: the same people come back all the same.
    knownAs: 'demonstration',
    clientId: CLIENT_ID,
    clientSecret: keys.demoClientSecret,
    scope: SCOPE,
    acrValues: null,
    idTokenAlgorithm: 'ES256',
  };
}

export function createDemoProvider(
  ground: Ground,
  publicUrl: string,
  keys: IdentityKeys,
  callbackUrl: string,
): Provider {
  const provider = new Provider(`${publicUrl}${DEMO_PATH}`, {
    ...sharedConfiguration(keys, DEMO_PATH),
    adapter: (model: string) => createOidcAdapter(ground, 'demo', model),
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: keys.demoClientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [callbackUrl],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [keys.demoKey as unknown as JWK] },
    scopes: ['openid', 'given_name', 'usual_name', 'email'],
    claims: {
      openid: ['sub'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      email: ['email', 'email_verified'],
    },
    expiresWithSession: () => false,
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 900, Session: 900, Grant: 900 },
    findAccount(_ctx, sub) {
      const person = DEMO_PEOPLE.find(({ id }) => id === sub);
      if (person === undefined) return undefined;
      const { givenName, familyName, email } = person;
      return {
        accountId: sub,
        claims: () => ({ sub, given_name: givenName, usual_name: familyName, email, email_verified: true }),
      };
    },
  });
  provider.proxy = true;
  provider.on('server_error', (_ctx, error) => ground.log('identity.fault', { error: error.name }));
  return provider;
}

const CCS = 'Centre de crise sanitaire (CCS)';
const CONTROL = 'Contrôle et administration';

/** Under which heading a person is shown: the agencies one by one, between the CCS and the others. */
function headingOf({ role, agency }: DemoPerson): string {
  if (role.startsWith('ccs-')) return CCS;
  return agency === null || role === 'auditor' ? CONTROL : agencyOf(agency).label;
}

function personButton(person: DemoPerson): string {
  const { id, givenName, familyName, role, agency } = person;
  const mandate = role === 'auditor' && agency !== null ? agencyOf(agency).label : '';
  const small = [mandate, person.remark]
    .filter((text) => text !== '')
    .map((text) => `<small>${escapeHtml(text)}</small>`);
  return `<li><button type="submit" name="person" value="${escapeHtml(id)}"><b>${escapeHtml(
    `${givenName} ${familyName}`,
  )}</b>${escapeHtml(ROLE_LABELS[role])}${small.join('')}</button></li>`;
}

/** The list in which one chooses whom to be. */
export function demoPage(action: string): string {
  const people = Map.groupBy(DEMO_PEOPLE, headingOf);
  const agencies = AGENCIES.map(({ label }) => label);
  const groups = [CCS, ...agencies, CONTROL].map(
    (heading) =>
      `<h2>${escapeHtml(heading)}</h2><ul class="people">${(people.get(heading) ?? []).map(personButton).join('')}</ul>`,
  );
  return page(
    'Choisissez qui vous êtes',
    `<p class="notice"><strong>Démonstration.</strong> Toutes ces personnes sont inventées. En service réel, cette page
est celle du fournisseur d’identité (ProConnect, Pro Santé Connect) et rien ne s’y choisit.</p>
<form method="post" action="${escapeHtml(action)}">${groups.join('')}</form>`,
  );
}
