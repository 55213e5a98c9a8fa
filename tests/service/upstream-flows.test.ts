/** S41: what an upstream provider, or somebody who pretends to be one, may not make the service believe. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { principalOfToken } from '../../national-api/identity/principal-of-token.ts';
import type { Answer, Browser } from '../support/browser.ts';
import { createBrowser } from '../support/browser.ts';
import type { FakeUpstream, Misbehaviour } from '../support/fake-upstream.ts';
import { startFakeUpstream, UPSTREAM_CLIENT, UPSTREAM_SECRET } from '../support/fake-upstream.ts';
import type { IdentityHouse } from '../support/identity-house.ts';
import { startIdentityHouse } from '../support/identity-house.ts';
import { askToken, authorizationRequest, codeForm, REDIRECT } from '../support/sign-in.ts';

describe('the service behind a provider', () => {
  let fake: FakeUpstream;
  let house: IdentityHouse;
  beforeAll(async () => {
    fake = await startFakeUpstream();
  });
  afterAll(() => fake.close());
  beforeEach(async () => {
    fake.misbehaviour = {};
    house = await startIdentityHouse('sqlite', {
      upstream: {
        label: 'Fournisseur de test',
        issuer: fake.issuer,
        clientId: UPSTREAM_CLIENT,
        clientSecret: UPSTREAM_SECRET,
        scope: 'openid email',
        acrValues: 'eidas1',
        idTokenAlgorithm: 'RS256',
      },
    });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await house.close();
  });

  interface Begun {
    readonly browser: Browser;
    readonly verifier: string;
    /** The request that reached the upstream provider. */
    readonly asked: URLSearchParams;
  }

  async function begin(browser = createBrowser()): Promise<Begun> {
    const attempt = authorizationRequest(house.url);
    const sent = await browser.follow(await browser.get(attempt.url), house.url);
    const asked = new URL(sent.headers.get('location') ?? '').searchParams;
    fake.nonce = asked.get('nonce') ?? '';
    return { browser, verifier: attempt.verifier, asked };
  }

  /** The provider sends the browser back; any parameter may be bent (null removes it). */
  async function comeBack({ browser, asked }: Begun, bend: Record<string, string | null> = {}): Promise<Answer> {
    const parameters = { code: 'upstream-code', state: asked.get('state'), iss: fake.issuer, ...bend };
    const url = new URL('/oidc/retour-fournisseur', house.url);
    for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
    return browser.follow(await browser.get(url), house.url);
  }

  function returned(answer: Answer): URLSearchParams {
    const location = answer.headers.get('location') ?? '';
    expect(location.startsWith(REDIRECT)).toBe(true);
    return new URL(location).searchParams;
  }

  function expectDenied(answer: Answer, code: string): void {
    const parameters = returned(answer);
    expect(parameters.get('error')).toBe('access_denied');
    expect(parameters.get('error_description')).toBe(code);
    expect(parameters.get('code')).toBeNull();
  }

  function expectRefusedPage(answer: Answer): void {
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('Connexion impossible');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  }

  describe('a good upstream provider', () => {
    it('S41 is asked with PKCE S256, state, nonce and level, answered with the secret, and believed', async () => {
      const begun = await begin();
      expect(begun.asked.get('code_challenge_method')).toBe('S256');
      expect(begun.asked.get('acr_values')).toBe('eidas1');
      expect(begun.asked.get('redirect_uri')).toBe(`${house.url}/oidc/retour-fournisseur`);
      const code = returned(await comeBack(begun)).get('code') ?? '';
      const exchange = fake.tokenRequests.at(-1);
      expect(exchange?.get('client_secret')).toBe(UPSTREAM_SECRET);
      expect(exchange?.get('code_verifier')).toMatch(/^[\w-]{43,}$/);
      const { body } = await askToken(house.url, codeForm(code, begun.verifier));
      const principal = await principalOfToken(house.ground, String(body['access_token']));
      expect(principal).toMatchObject({ personId: 'demo-camille-aubepine', role: 'ars-regulator' });
      // Bound for ever: the second time, the subject is enough.
      fake.misbehaviour = { userInfo: { email: 'nouvelle.adresse@ars.example' } };
      expect(returned(await comeBack(await begin())).get('code')).not.toBeNull();
    });
  });

  const LIES: readonly (readonly [title: string, lie: Misbehaviour])[] = [
    ['an ID token without signature (alg none)', { alg: 'none' }],
    ['an ID token signed with the shared secret (HS256)', { alg: 'HS256' }],
    ['an ID token signed with the public key as a secret (key confusion)', { alg: 'HS256', hmacKey: 'public-key' }],
    ['an ID token of another algorithm than agreed (ES256)', { alg: 'ES256' }],
    ['an ID token signed by a stranger', { strangerKey: true }],
    ['an ID token of an unknown key', { kid: 'unknown' }],
    ['another issuer', { claims: { iss: 'https://autre.example' } }],
    ['another audience', { claims: { aud: 'quelqu-un-d-autre' } }],
    ['two audiences without saying for whom', { claims: { aud: [UPSTREAM_CLIENT, 'autre'] } }],
    ['two audiences, for another', { claims: { aud: [UPSTREAM_CLIENT, 'autre'], azp: 'autre' } }],
    ['another nonce', { claims: { nonce: 'celui-d-hier' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['an expired ID token', { claims: { exp: 1_000_000_000 } }],
    ['an ID token that is not valid yet', { claims: { nbf: 9_000_000_000 } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['no subject', { claims: { sub: undefined } }],
    ['no ID token', { withoutIdToken: true }],
    ['a refused code', { tokenStatus: 400 }],
    ['a token endpoint in trouble', { tokenStatus: 503 }],
    ['user information of another subject', { userInfo: { sub: 'upstream-autre' } }],
    ['no user information', { userInfoStatus: 401 }],
  ];

  describe('an upstream provider that lies', () => {
    it.each(LIES)('S41 is not believed: %s', async (_title, lie) => {
      const begun = await begin();
      fake.misbehaviour = lie;
      expectDenied(await comeBack(begun), 'upstream-refused');
      const bound = await house.ground.database.read
        .selectFrom('person')
        .select('id')
        .where('subject', 'is not', null)
        .execute();
      expect(bound).toEqual([]);
    });

    it('S41 mix-up: an answer that bears another issuer, or none', async () => {
      expectDenied(await comeBack(await begin(), { iss: 'https://autre.example' }), 'upstream-refused');
      expectDenied(await comeBack(await begin(), { iss: null }), 'upstream-refused');
    });

    it('S41 a person who gives up is told to the workspace, not left on a page', async () => {
      const begun = await begin();
      expectDenied(await comeBack(begun, { code: null, error: 'access_denied' }), 'upstream-refused');
    });
  });

  describe('the state of a sign-in', () => {
    it('S41 refuses an unknown state, and none at all', async () => {
      const begun = await begin();
      expectRefusedPage(await comeBack(begun, { state: 'inventé' }));
      expectRefusedPage(await comeBack(begun, { state: null }));
    });

    it('S41 refuses an answer brought by another browser: nobody is signed in by a link', async () => {
      const victim = createBrowser();
      const attacker = await begin();
      const before = fake.tokenRequests.length;
      expectRefusedPage(await comeBack({ ...attacker, browser: victim }));
      const other = await begin(victim);
      expectRefusedPage(await comeBack({ ...attacker, browser: other.browser }));
      expect(fake.tokenRequests.length).toBe(before);
    });

    it('S41 reads an answer once', async () => {
      const begun = await begin();
      expect(returned(await comeBack(begun)).get('code')).not.toBeNull();
      const before = fake.tokenRequests.length;
      expectRefusedPage(await comeBack(begun));
      expect(fake.tokenRequests.length).toBe(before);
    });

    it('S41 refuses an answer that comes too late', async () => {
      const begun = await begin();
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
      expectRefusedPage(await comeBack(begun));
    });
  });

  describe('who the person is', () => {
    it('S41 refuses an address that nobody here has, and one that was not checked', async () => {
      fake.misbehaviour = { userInfo: { email: 'inconnue@ars.example' } };
      expectDenied(await comeBack(await begin()), 'no-habilitation');
      fake.misbehaviour = { userInfo: { email_verified: false } };
      expectDenied(await comeBack(await begin()), 'no-habilitation');
      fake.misbehaviour = { userInfo: { email: undefined } };
      expectDenied(await comeBack(await begin()), 'no-habilitation');
    });

    it('S41 refuses a known address that comes with another subject', async () => {
      expect(returned(await comeBack(await begin())).get('code')).not.toBeNull();
      fake.misbehaviour = { claims: { sub: 'upstream-usurpateur' }, userInfo: { sub: 'upstream-usurpateur' } };
      expectDenied(await comeBack(await begin()), 'no-habilitation');
    });

    it('D10 refuses a habilitation that has ended, with its own code', async () => {
      fake.misbehaviour = { userInfo: { email: 'pascal.amarante@ars-occitanie-demo.example' } };
      expectDenied(await comeBack(await begin()), 'habilitation-ended');
    });
  });
});
