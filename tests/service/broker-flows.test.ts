/** S41: what a client, or somebody who pretends to be one, may not obtain from the service's own OpenID provider. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ESTABLISHMENT_CLIENT, WORKSPACE_CLIENT } from '../../national-api/identity/clients.ts';
import { loadIdentityKeys } from '../../national-api/identity/identity-keys.ts';
import { authenticateToken, principalOfToken } from '../../national-api/identity/principal-of-token.ts';
import type { Browser } from '../support/browser.ts';
import { createBrowser } from '../support/browser.ts';
import type { IdentityHouse } from '../support/identity-house.ts';
import { startIdentityHouse } from '../support/identity-house.ts';
import type { Attempt } from '../support/sign-in.ts';
import {
  askToken,
  authorizationRequest,
  chooseDemoPerson,
  codeForm,
  openDemoList,
  REDIRECT,
  signIn,
} from '../support/sign-in.ts';

const DESK = 'demo-ariel-cedre';
const MINUTE = 60_000;

describe('the service as a provider', () => {
  let house: IdentityHouse;
  beforeEach(async () => {
    house = await startIdentityHouse('sqlite');
  });
  afterEach(async () => {
    vi.useRealTimers();
    await house.close();
  });

  const later = (milliseconds: number): void => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
  };

  async function obtainCode(browser: Browser = createBrowser()): Promise<{ code: string; attempt: Attempt }> {
    const attempt = authorizationRequest(house.url);
    const list = await openDemoList(browser, house.url, attempt);
    const returned = await chooseDemoPerson(browser, house.url, list, DESK);
    return { code: returned.get('code') ?? '', attempt };
  }

  const refresh = (token: string, client = WORKSPACE_CLIENT) =>
    askToken(house.url, { grant_type: 'refresh_token', client_id: client, refresh_token: token });

  const INVALID_GRANT = { status: 400, body: { error: 'invalid_grant' } };

  describe('the authorization request', () => {
    const REDIRECTS: readonly (readonly [string, string])[] = [
      ['a name instead of the loopback address', 'http://localhost:49152/retour'],
      ['a host that begins like it', 'http://127.0.0.1.malveillant.example/retour'],
      ['a user before another host', 'http://127.0.0.1@malveillant.example/retour'],
      ['another path', 'http://127.0.0.1:49152/autre'],
      ['another scheme', 'https://127.0.0.1:49152/retour'],
      ['a scheme of its own', 'renfort://retour'],
      ['a fragment', `${REDIRECT}#x`],
    ];

    it.each(REDIRECTS)('S41 never sends a browser to %s', async (_title, redirect_uri) => {
      const answer = await createBrowser().get(authorizationRequest(house.url, { redirect_uri }).url);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.body).toContain('Connexion impossible');
      expect(answer.body).not.toContain('malveillant');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    });

    it('S41 takes any port of the loopback address', async () => {
      const attempt = authorizationRequest(house.url, { redirect_uri: 'http://127.0.0.1:1025/retour' });
      expect((await openDemoList(createBrowser(), house.url, attempt)).status).toBe(200);
    });

    const REQUESTS: readonly (readonly [string, Record<string, string | null>, string])[] = [
      ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
      ['a challenge without its method', { code_challenge_method: null }, 'invalid_request'],
      ['no challenge', { code_challenge: null, code_challenge_method: null }, 'invalid_request'],
      ['the implicit flow', { response_type: 'id_token' }, 'unsupported_response_type'],
      ['a token at once', { response_type: 'code token' }, 'unsupported_response_type'],
      ['silence', { prompt: 'none' }, 'login_required'],
      ['an unsigned request object', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
      [
        'a request object from elsewhere',
        { request_uri: 'https://malveillant.example/r' },
        'request_uri_not_supported',
      ],
    ];

    it.each(REQUESTS)('S41 refuses %s', async (_title, bend, error) => {
      const answer = await createBrowser().get(authorizationRequest(house.url, bend).url);
      const location = new URL(answer.headers.get('location') ?? 'http://none.example');
      const told = new URLSearchParams(location.search || location.hash.slice(1));
      expect(location.host).toBe('127.0.0.1:49152');
      expect(told.get('error')).toBe(error);
      expect(told.get('code')).toBeNull();
    });

    it('S41 knows its two clients only', async () => {
      const answer = await createBrowser().get(authorizationRequest(house.url, { client_id: 'inconnu' }).url);
      expect(answer.status).toBe(400);
    });
  });

  describe('the code', () => {
    it('S41 is worth nothing with another verifier, or none', async () => {
      const { code, attempt } = await obtainCode();
      const other = authorizationRequest(house.url).verifier;
      expect(await askToken(house.url, codeForm(code, other))).toMatchObject(INVALID_GRANT);
      const { code_verifier: _, ...without } = codeForm(code, attempt.verifier);
      expect(await askToken(house.url, without)).toMatchObject(INVALID_GRANT);
    });

    it('S41 is worth nothing for another redirection or another client', async () => {
      const { code, attempt } = await obtainCode();
      const form = codeForm(code, attempt.verifier);
      expect(await askToken(house.url, { ...form, redirect_uri: 'http://127.0.0.1:1/retour' })).toMatchObject(
        INVALID_GRANT,
      );
      expect(await askToken(house.url, { ...form, client_id: ESTABLISHMENT_CLIENT })).toMatchObject(INVALID_GRANT);
    });

    it('S41 serves once; a second time ends what the first had opened', async () => {
      const { code, attempt } = await obtainCode();
      const first = await askToken(house.url, codeForm(code, attempt.verifier));
      const token = String(first.body['access_token']);
      expect(await principalOfToken(house.ground, token)).not.toBeNull();
      expect(await askToken(house.url, codeForm(code, attempt.verifier))).toMatchObject(INVALID_GRANT);
      expect(await principalOfToken(house.ground, token)).toBeNull();
      expect(await refresh(String(first.body['refresh_token']))).toMatchObject(INVALID_GRANT);
    });

    it('S41 shown to several instances at once opens one session at most', async () => {
      const { code, attempt } = await obtainCode();
      const answers = await Promise.all([1, 2, 3, 4].map(() => askToken(house.url, codeForm(code, attempt.verifier))));
      expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    });

    it('S41 lives a minute', async () => {
      const { code, attempt } = await obtainCode();
      later(2 * MINUTE);
      expect(await askToken(house.url, codeForm(code, attempt.verifier))).toMatchObject(INVALID_GRANT);
    });

    it('S41 is not made by guessing', async () => {
      const { attempt } = await obtainCode();
      expect(await askToken(house.url, codeForm('deviné', attempt.verifier))).toMatchObject(INVALID_GRANT);
    });
  });

  describe('tokens', () => {
    it('S41 are opaque, short, and kept by hash', async () => {
      const { accessToken, refreshToken } = await signIn(house.url, DESK);
      const stored = JSON.stringify(await house.ground.database.read.selectFrom('oidcPayload').selectAll().execute());
      expect(accessToken).not.toContain('.');
      expect(stored).not.toContain(accessToken);
      expect(stored).not.toContain(refreshToken);
      later(10 * MINUTE);
      expect(await authenticateToken(house.ground, accessToken)).toMatchObject({ ok: false, code: 'token-expired' });
      expect(await authenticateToken(house.ground, 'deviné')).toMatchObject({ ok: false, code: 'token-unknown' });
      expect(await authenticateToken(house.ground, 'x'.repeat(600))).toMatchObject({
        ok: false,
        code: 'token-unknown',
      });
    });

    it('S41 of the demonstration’s provider say nothing here', async () => {
      await signIn(house.url, DESK);
      const rows = await house.ground.database.read.selectFrom('oidcPayload').select(['key', 'model']).execute();
      expect(rows.some(({ model }) => model === 'demo/AccessToken')).toBe(true);
      expect(rows.every(({ key, model }) => key.startsWith(model))).toBe(true);
    });

    it('S41 a refresh token dies with silence, and serves its own client only', async () => {
      const { refreshToken } = await signIn(house.url, DESK);
      expect(await refresh(refreshToken, ESTABLISHMENT_CLIENT)).toMatchObject(INVALID_GRANT);
      later(12 * 60 * MINUTE + 1000);
      expect(await refresh(refreshToken)).toMatchObject(INVALID_GRANT);
    });

    it('S41 the same refresh token shown twice at once does not open two sessions', async () => {
      const { refreshToken } = await signIn(house.url, DESK);
      const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken), refresh(refreshToken)]);
      expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    });

    it('S41 a sign-in ends after a week, whatever the use', async () => {
      const first = await signIn(house.url, DESK);
      let token = first.refreshToken;
      const start = Date.now();
      for (let hours = 11; hours < 7 * 24; hours += 11) {
        vi.useFakeTimers({ toFake: ['Date'], now: start + hours * 60 * MINUTE });
        token = String((await refresh(token)).body['refresh_token']);
      }
      vi.useFakeTimers({ toFake: ['Date'], now: start + (7 * 24 + 1) * 60 * MINUTE });
      expect(await refresh(token)).toMatchObject(INVALID_GRANT);
    });

    it('S41 are revoked on demand: signing out is immediate', async () => {
      const { accessToken, refreshToken } = await signIn(house.url, DESK);
      const answer = await fetch(new URL('/oidc/token/revocation', house.url), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ client_id: WORKSPACE_CLIENT, token: refreshToken }).toString(),
      });
      expect(answer.status).toBe(200);
      expect(await principalOfToken(house.ground, accessToken)).toBeNull();
      expect(await refresh(refreshToken)).toMatchObject(INVALID_GRANT);
    });

    it('D10 a revoked habilitation stops the token at once, and the refresh too', async () => {
      const { accessToken, refreshToken } = await signIn(house.url, DESK);
      const revoke = house.world.command('habilitation.revoke', DESK, { reason: 'Départ de la cellule' });
      const [verdict] = await house.world.send(house.world.desk({ role: 'ccs-lead' }), revoke);
      expect(verdict?.outcome).toBe('accepted');
      expect(await authenticateToken(house.ground, accessToken)).toMatchObject({
        ok: false,
        status: 403,
        code: 'habilitation-ended',
      });
      expect(await refresh(refreshToken)).toMatchObject(INVALID_GRANT);
    });

    it.each([
      ['a password', { grant_type: 'password', username: 'a', password: 'b' }],
      ['nothing but the client', { grant_type: 'client_credentials' }],
      ['a device', { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'x' }],
    ])('S41 are not given for %s', async (_title, form) => {
      const answer = await askToken(house.url, { client_id: WORKSPACE_CLIENT, ...form } as Record<string, string>);
      expect(answer.status).toBe(400);
      expect(answer.body['access_token']).toBeUndefined();
    });
  });

  describe('the browser', () => {
    it('S41 another browser cannot take over a sign-in that waits', async () => {
      const attempt = authorizationRequest(house.url);
      const list = await openDemoList(createBrowser(), house.url, attempt);
      const stranger = await createBrowser().post(list.url, { person: DESK });
      expect(stranger.status).toBe(400);
      expect(stranger.headers.get('location')).toBeNull();
    });

    it('S41 a form from another site is refused', async () => {
      const browser = createBrowser();
      const list = await openDemoList(browser, house.url, authorizationRequest(house.url));
      for (const headers of [{ origin: 'https://malveillant.example' }, { 'sec-fetch-site': 'cross-site' }]) {
        const answer = await browser.post(list.url, { person: DESK }, headers as unknown as Record<string, string>);
        expect(answer.status).toBe(400);
      }
    });

    it('S41 asks who is there each time: the person before is never signed in again', async () => {
      const browser = createBrowser();
      await obtainCode(browser);
      const again = await openDemoList(browser, house.url, authorizationRequest(house.url));
      expect(again.status).toBe(200);
      expect(again.body).toContain('Choisissez qui vous êtes');
      const returned = await chooseDemoPerson(browser, house.url, again, 'demo-camille-aubepine');
      expect(returned.get('code')).not.toBeNull();
    });

    it('serves pages without script, without anything from elsewhere, in French, that say it is a demonstration', async () => {
      const list = await openDemoList(createBrowser(), house.url, authorizationRequest(house.url));
      expect(list.body).toContain('<html lang="fr">');
      expect(list.body).toContain('Toutes ces personnes sont inventées');
      expect(list.body).not.toMatch(/<script|https?:\/\/|@import|url\(/);
      const policy = list.headers.get('content-security-policy') ?? '';
      expect(policy).not.toContain('unsafe');
      expect(list.headers.get('x-frame-options')).toBe('DENY');
      expect(list.headers.get('cache-control')).toBe('no-store');
    });

    it('tells its own address, whatever the caller’s Host header says', async () => {
      const answer = await fetch(new URL('/oidc/.well-known/openid-configuration', house.url), {
        headers: { 'x-forwarded-host': 'malveillant.example', 'x-forwarded-proto': 'https' },
      });
      const text = await answer.text();
      expect(text).not.toContain('malveillant');
      expect(JSON.parse(text)).toMatchObject({
        issuer: `${house.url}/oidc`,
        code_challenge_methods_supported: ['S256'],
        response_types_supported: ['code'],
      });
    });

    it('lets no other origin read its answers', async () => {
      const answer = await fetch(new URL('/oidc/token', house.url), {
        method: 'OPTIONS',
        headers: { origin: 'https://malveillant.example', 'access-control-request-method': 'POST' },
      });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  describe('the keys', () => {
    it('are made once and never replaced in silence', async () => {
      const { mkdtempSync, rmSync, statSync, writeFileSync } = await import('node:fs');
      const folder = mkdtempSync('/tmp/renfort-keys-');
      const keys = loadIdentityKeys(folder);
      expect(loadIdentityKeys(folder)).toEqual(keys);
      expect(statSync(`${folder}/identity-keys.json`).mode & 0o077).toBe(0);
      writeFileSync(`${folder}/identity-keys.json`, '{"version":2}');
      expect(() => loadIdentityKeys(folder)).toThrow(/put the right file back/);
      rmSync(folder, { recursive: true });
    });
  });
});
