/** Sign-in of establishment accounts, by e-mail and password, and the pages of the activation link. F34-F38. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../national-api/accounts/password-hash.ts';
import { ESTABLISHMENT_CLIENT } from '../../national-api/identity/clients.ts';
import { principalOfToken } from '../../national-api/identity/principal-of-token.ts';
import { createBrowser } from '../support/browser.ts';
import type { IdentityHouse } from '../support/identity-house.ts';
import { startIdentityHouse } from '../support/identity-house.ts';
import { askToken, authorizationRequest, codeForm, openDemoList, REDIRECT } from '../support/sign-in.ts';

describe('an establishment', () => {
  let house: IdentityHouse;
  const PASSWORD = 'Motdepasse-2020!';
  const EMAIL = 'claude.fictive@ehpad-demo.example';

  beforeEach(async () => {
    house = await startIdentityHouse('sqlite');
    const establishment = await house.world.establishment();
    const passwordHash = await hashPassword(PASSWORD, Buffer.alloc(16, 7));
    await house.ground.database.transaction((writer) =>
      writer
        .insertInto('account')
        .values({
          id: 'account-1',
          email: EMAIL,
          lastName: 'Fictive',
          firstName: 'Claude',
          phone: '0199001234',
          establishments: JSON.stringify([establishment.id]),
          state: 'active',
          passwordHash,
          createdAt: '2020-11-15T08:00:00.000Z',
        })
        .execute(),
    );
  });

  afterEach(() => house.close());

  async function signInByPassword(form: Record<string, string>) {
    const browser = createBrowser();
    const attempt = authorizationRequest(house.url, { client_id: ESTABLISHMENT_CLIENT });
    const login = await browser.follow(await browser.get(attempt.url), house.url);
    const answer = await browser.follow(await browser.post(login.url, form), house.url);
    return { attempt, login, answer };
  }

  it('F38 signs in with "email utilisateur", and keeps the session open only when asked to', async () => {
    for (const remember of ['yes', '']) {
      const { attempt, login, answer } = await signInByPassword({ email: EMAIL, password: PASSWORD, remember });
      expect(login.body).toContain('email utilisateur');
      expect(login.body).toContain('Garder la session ouverte');
      expect(login.body).toContain('Connexion');
      const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
      const form = codeForm(code, attempt.verifier, { client_id: ESTABLISHMENT_CLIENT });
      const { body } = await askToken(house.url, form);
      expect(await principalOfToken(house.ground, String(body['access_token']))).toMatchObject({
        personId: 'account-1',
        role: 'establishment',
        establishments: [expect.any(String)],
      });
      expect(body['refresh_token'] !== undefined).toBe(remember === 'yes');
    }
  });

  it('F38 says one sentence for a wrong password and an unknown address', async () => {
    const wrong = await signInByPassword({ email: EMAIL, password: 'Autre-chose-2020!' });
    const unknown = await signInByPassword({ email: 'inconnu@ehpad-demo.example', password: 'Autre-chose-2020!' });
    for (const { answer } of [wrong, unknown]) {
      expect(answer.status).toBe(200);
      expect(answer.body).toContain('email utilisateur ou mot de passe incorrect.');
    }
  });

  it('S41 the workspace’s client takes no password', async () => {
    const browser = createBrowser();
    const list = await openDemoList(browser, house.url, authorizationRequest(house.url));
    expect(list.body).not.toContain('name="password"');
    const attempt = authorizationRequest(house.url);
    const begun = await browser.get(attempt.url);
    const target = new URL(begun.headers.get('location') ?? '', house.url);
    expect((await browser.post(target, { email: EMAIL, password: PASSWORD })).status).toBe(400);
  });

  it('F34 F35 F37 chooses a password on the page of the link, and asks there for another link', async () => {
    const browser = createBrowser();
    const asked = await browser.post(`${house.url}/oidc/nouveau-lien`, { email: EMAIL });
    expect(asked.status).toBe(202);
    const mail = await house.ground.database.read.selectFrom('mail').select('body').executeTakeFirstOrThrow();
    const token = /jeton=([\w-]+)/.exec(mail.body)?.[1] ?? '';
    const form = await browser.get(`${house.url}/oidc/activation?jeton=${token}`);
    expect(form.body).toContain('Choisissez votre mot de passe');
    const send = (password: string, again = password) =>
      browser.post(`${house.url}/oidc/activation`, { jeton: token, password, again });
    expect((await send('Nouveau-mot-2020!', 'autre')).body).toContain('ne sont pas les mêmes');
    expect((await send('court')).body).toContain('au moins 12 caractères');
    expect((await send('Nouveau-mot-2020!')).status).toBe(200);
    expect((await send('Nouveau-mot-2020!')).body).toContain('déjà servi');
    const { answer } = await signInByPassword({ email: EMAIL, password: 'Nouveau-mot-2020!' });
    expect(answer.headers.get('location')).toContain(REDIRECT);
  });

  it('keeps what a person typed from becoming HTML', async () => {
    const { answer } = await signInByPassword({ email: '"><script>alert(1)</script>', password: 'x' });
    expect(answer.body).not.toContain('<script>');
  });
});
