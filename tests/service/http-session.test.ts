/** Sessions at the door: a token that ends, a habilitation that ends, an account that closes, each told by its code. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mintToken } from '../../national-api/identity/mint-token.ts';
import { authenticateToken } from '../../national-api/identity/principal-of-token.ts';
import { seedDemoPeople } from '../../national-api/identity/seed-demo-people.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';

const PERSON = { kind: 'person', id: 'demo-camille-aubepine' } as const;

onBothDatabases('sessions by HTTP', (kind) => {
  let http: HttpWorld;
  beforeEach(async () => {
    http = await startHttpWorld({ kind, authenticate: authenticateToken });
    await seedDemoPeople(http.world.ground);
  });
  afterEach(() => http.dispose());

  it('S42 lets a token in until it ends, and writes nothing with one that has ended', async () => {
    const { world } = http;
    const token = await mintToken(world.ground, PERSON, 3600);
    expect(await http.call('GET', '/v1/me', { as: token })).toMatchObject({
      status: 200,
      json: { personId: PERSON.id, agency: 6 },
    });
    world.advance(1);
    const mission = await world.mission();
    const command = world.command('mission.set-priority', mission.id, { priority: 'P1', reason: 'Fermeture' });
    const late = await http.call('PUT', `/v1/commands/${command.commandId}`, { as: token, body: command });
    expect(late).toMatchObject({ status: 401, json: { code: 'token-expired', type: '/v1/problems/token-expired' } });
    expect(late.headers.get('www-authenticate')).toBe('Bearer');
    expect(await world.row('mission', mission.id)).toMatchObject({ priority: 'none', priorityVersion: 0 });
  });

  it('D10 stops at the next request once the habilitation has ended or was revoked', async () => {
    const { world } = http;
    const ended = await mintToken(world.ground, { kind: 'person', id: 'demo-pascal-amarante' }, 3600);
    expect(await http.call('GET', '/v1/me', { as: ended })).toMatchObject({
      status: 403,
      json: { code: 'habilitation-ended' },
    });
    const token = await mintToken(world.ground, PERSON, 3600);
    const lead = await mintToken(world.ground, { kind: 'person', id: 'demo-noa-mirabelle' }, 3600);
    const revoke = world.command('habilitation.revoke', PERSON.id, { reason: 'Fin de mission' });
    expect((await http.call('GET', '/v1/feed?after=0&scopeVersion=0', { as: token })).status).toBe(200);
    expect((await http.call('PUT', `/v1/commands/${revoke.commandId}`, { as: lead, body: revoke })).status).toBe(200);
    expect(await http.call('GET', '/v1/feed?after=0&scopeVersion=0', { as: token })).toMatchObject({
      status: 403,
      json: { code: 'habilitation-ended' },
    });
  });

  it('S42 speaks for an account only while it is active', async () => {
    const { world } = http;
    const mission = await world.mission();
    await world.ground.database.write
      .insertInto('account')
      .values({
        id: 'compte',
        email: 'compte@etablissement.example',
        lastName: 'Exemple',
        firstName: 'Claude',
        phone: '0199001234',
        establishments: JSON.stringify([mission.establishmentId]),
        state: 'active',
        passwordHash: null,
        createdAt: mission.createdAt,
      })
      .execute();
    const token = await mintToken(world.ground, { kind: 'account', id: 'compte' }, 3600);
    expect((await http.call('GET', '/v1/my/missions', { as: token })).json).toMatchObject({
      missions: [{ id: mission.id }],
    });
    await world.ground.database.write
      .updateTable('account')
      .set({ state: 'disabled' })
      .where('id', '=', 'compte')
      .execute();
    expect(await http.call('GET', '/v1/my/missions', { as: token })).toMatchObject({
      status: 403,
      json: { code: 'account-not-active' },
    });
  });
});
