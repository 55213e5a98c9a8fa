/** Sign-in from outside: the desktop application, the system browser, the broker, the demonstration's provider. */
import Fastify from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../national-api/database/open-database.ts';
import { WORKSPACE_CLIENT } from '../../national-api/identity/clients.ts';
import { mintToken } from '../../national-api/identity/mint-token.ts';
import { mountIdentity } from '../../national-api/identity/mount-identity.ts';
import { removeExpiredOidc } from '../../national-api/identity/oidc-adapter.ts';
import { authenticateToken, principalOfToken } from '../../national-api/identity/principal-of-token.ts';
import { createBrowser } from '../support/browser.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { IdentityHouse } from '../support/identity-house.ts';
import { startIdentityHouse } from '../support/identity-house.ts';
import {
  askToken,
  authorizationRequest,
  chooseDemoPerson,
  codeForm,
  openDemoList,
  signIn,
} from '../support/sign-in.ts';

onBothDatabases('sign-in', (kind) => {
  let house: IdentityHouse | null = null;
  afterEach(async () => {
    await house?.close();
    house = null;
  });

  it('S41 gives a regulator of Grand-Est a token that speaks for them', async () => {
    house = await startIdentityHouse(kind);
    const { accessToken } = await signIn(house.url, 'demo-camille-aubepine');
    expect(await principalOfToken(house.ground, accessToken)).toEqual({
      personId: 'demo-camille-aubepine',
      displayName: 'Camille Aubépine (ARS Grand-Est)',
      role: 'ars-regulator',
      agency: 6,
      departements: null,
      establishments: [],
      candidateId: null,
      validUntil: null,
    });
  });

  it('knows the people of the demonstration again after a start on another port', async () => {
    house = await startIdentityHouse(kind);
    await signIn(house.url, 'demo-camille-aubepine');
    const later = Fastify();
    const url = (): string => later.listeningOrigin;
    await mountIdentity(later, house.ground, { publicUrl: url, dataFolder: house.dataFolder, upstream: 'demo' });
    await later.listen({ host: '127.0.0.1', port: 0 });
    const { accessToken } = await signIn(url(), 'demo-camille-aubepine');
    await later.close();
    expect(await principalOfToken(house.ground, accessToken)).toMatchObject({ personId: 'demo-camille-aubepine' });
  });

  it('S41 rotates the refresh token and ends everything when an old one comes back', async () => {
    house = await startIdentityHouse(kind);
    const first = await signIn(house.url, 'demo-ariel-cedre');
    const refresh = (token: string) =>
      askToken(house?.url ?? '', { grant_type: 'refresh_token', client_id: WORKSPACE_CLIENT, refresh_token: token });
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    const newest = String(second.body['access_token']);
    expect(await principalOfToken(house.ground, newest)).toMatchObject({ role: 'ccs-desk' });
    const reuse = await refresh(first.refreshToken);
    expect(reuse).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await principalOfToken(house.ground, newest)).toBeNull();
    expect((await refresh(String(second.body['refresh_token']))).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('S41 begins on one instance and ends on another: codes, tokens and keys are shared', async () => {
    house = await startIdentityHouse(kind);
    const { url, dataFolder, world } = house;
    const database = await openDatabase(world.address);
    const second = Fastify();
    await mountIdentity(second, { ...house.ground, database }, { publicUrl: () => url, dataFolder, upstream: 'demo' });
    const other = await second.listen({ host: '127.0.0.1', port: 0 });
    const browser = createBrowser();
    const attempt = authorizationRequest(url);
    const list = await openDemoList(browser, url, attempt);
    const returned = await chooseDemoPerson(browser, url, list, 'demo-ariel-cedre');
    const answer = await askToken(other, codeForm(returned.get('code') ?? '', attempt.verifier));
    expect(answer.status).toBe(200);
    expect(await principalOfToken(house.ground, String(answer.body['access_token']))).toMatchObject({
      role: 'ccs-desk',
    });
    const keysOf = async (base: string) => (await fetch(new URL('/oidc/jwks', base))).text();
    expect(await keysOf(other)).toBe(await keysOf(url));
    await second.close();
    await database.close();
  });

  it('gives the simulator tokens without a sign-in, that end when they should', async () => {
    house = await startIdentityHouse(kind);
    const { world } = house;
    const candidate = await world.candidate();
    const token = await mintToken(world.ground, { kind: 'candidate', id: candidate.id }, 3600);
    const nobody = await mintToken(world.ground, { kind: 'account', id: 'inconnu' }, 3600);
    expect(await principalOfToken(world.ground, token)).toMatchObject({ role: 'candidate', candidateId: candidate.id });
    expect(await authenticateToken(world.ground, nobody)).toMatchObject({ ok: false, code: 'account-not-active' });
    world.advance(1);
    expect(await principalOfToken(world.ground, token)).toBeNull();
    expect(await removeExpiredOidc(world.ground)).toBe(2);
    expect(await authenticateToken(world.ground, token)).toMatchObject({ ok: false, code: 'token-unknown' });
  });
});
