/** Sign-in from outside: the desktop application, the system browser, the broker, the demonstration's provider. */
import { afterEach, expect, it } from 'vitest';
import { WORKSPACE_CLIENT } from '../../national-api/identity/clients.ts';
import { principalOfToken } from '../../national-api/identity/principal-of-token.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { IdentityHouse } from '../support/identity-house.ts';
import { startIdentityHouse } from '../support/identity-house.ts';
import { askToken, signIn } from '../support/sign-in.ts';

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
});
