/** The register of the keys that sign exported snapshots: who registers, who revokes, what desks are told. TRUST S20-S21. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { Principal } from '../../contract/national/principal.ts';
import type { SigningKeyList } from '../../contract/national/routes/signing-key-routes.ts';
import { signingKeyProofText } from '../../contract/national/routes/signing-key-routes.ts';
import { listSigningKeys } from '../../national-api/signing-keys/list-signing-keys.ts';
import { meetRegister, revokeInRegister } from '../../src-main/engine/snapshots/signing-register.ts';
import { createNationalClient } from '../../src-main/national/national-client.ts';
import { openUndiciTransport } from '../../src-main/national/undici-transport.ts';
import { keyIdOf } from '../../src-main/snapshots/format/signing-key.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';

function makeKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const id = keyIdOf(pem);
  const prove = (personId: string) =>
    sign(null, Buffer.from(signingKeyProofText(personId, id)), privateKey).toString('base64');
  return { id, pem, prove, secret: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}
type Key = ReturnType<typeof makeKey>;

onBothDatabases('the register of signing keys', (kind) => {
  let http: HttpWorld;
  afterEach(() => http.dispose());

  const start = async () => {
    http = await startHttpWorld({ kind });
    const { world } = http;
    return {
      camille: world.regulator(6, { personId: 'camille', displayName: 'Camille Aubépine (ARS Grand-Est)' }),
      ines: world.regulator(6, { personId: 'ines', displayName: 'Inès Coquelicot (ARS Grand-Est)' }),
      lead: world.regulator(6, { personId: 'lou', role: 'ars-lead' }),
      elsewhere: world.regulator(10, { personId: 'noa', role: 'ars-lead' }),
      ccsLead: world.desk({ personId: 'sacha', role: 'ccs-lead' }),
      administrator: world.desk({ personId: 'admin', role: 'administrator' }),
    };
  };
  const order = async (as: Principal, subject: string, name: 'register' | 'revoke', input: object) =>
    (await http.world.send(as, http.world.command(`signing-key.${name}`, subject, input as never)))[0];
  const register = (as: Principal, key: Key, patch: object = {}) =>
    order(as, key.id, 'register', { publicKey: key.pem, proof: key.prove(as.personId), ...patch });
  const revoke = (as: Principal, keyId: string) => order(as, keyId, 'revoke', { reason: 'Poste volé' });
  const list = async (as: Principal) => {
    const { status, json } = await http.call('GET', '/v1/signing-keys', { as });
    expect(status).toBe(200);
    return json as SigningKeyList;
  };

  it('S20 tells every desk whose key it is, of which agency, since when, as of when', async () => {
    const { camille, elsewhere, administrator } = await start();
    const key = makeKey();
    expect(await register(camille, key)).toMatchObject({ outcome: 'accepted' });
    const told = await list(elsewhere);
    expect(told).toEqual({
      at: '2020-11-15T08:00:00.000Z',
      keys: [
        {
          ...{ keyId: key.id, publicKey: key.pem, personId: 'camille', agency: 6 },
          personName: 'Camille Aubépine (ARS Grand-Est)',
          registeredAt: '2020-11-15T08:00:00.000Z',
          revokedAt: null,
          revokedReason: null,
        },
      ],
    });
    expect(await list(administrator)).toEqual(told);
    expect(await register(camille, key)).toMatchObject({ code: 'signing-key-known' });
  });

  it('S20 registers nobody’s key under another’s name, nor anything that is not a public key held by the caller', async () => {
    const { camille, ines } = await start();
    const [key, other] = [makeKey(), makeKey()];
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' });
    const bad = [
      register(ines, key, { proof: key.prove('camille') }),
      register(camille, key, { proof: other.prove('camille') }),
      register(camille, key, { proof: '' }),
      register(camille, key, { publicKey: other.pem }),
      register(camille, key, { publicKey: key.secret }),
      register(camille, key, { publicKey: String(curve) }),
      register(camille, key, { publicKey: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n' }),
      register(camille, key, { publicKey: '' }),
    ];
    for (const verdict of await Promise.all(bad)) expect(verdict).toMatchObject({ code: 'signing-key-invalid' });
    expect((await list(camille)).keys).toEqual([]);
    const long = await http.call('POST', '/v1/commands', {
      as: camille,
      body: {
        commands: [http.world.command('signing-key.register', key.id, { publicKey: 'x'.repeat(401), proof: '' })],
      },
    });
    expect(long.status).toBe(400);
  });

  it('keeps a line for each person of a workstation that two share, and refuses the key to nobody else’s loss', async () => {
    const { camille, ines } = await start();
    const key = makeKey();
    await register(camille, key);
    expect(await register(ines, key)).toMatchObject({ outcome: 'accepted' });
    expect((await list(camille)).keys.map(({ personId }) => personId).sort()).toEqual(['camille', 'ines']);
    expect(await revoke(ines, key.id)).toMatchObject({ outcome: 'accepted' });
    expect((await list(camille)).keys.map(({ revokedAt }) => revokedAt)).toEqual(
      Array.from({ length: 2 }, () => '2020-11-15T08:00:00.000Z'),
    );
    expect(await register(camille, key)).toMatchObject({ code: 'signing-key-revoked' });
    expect(await revoke(camille, key.id)).toMatchObject({ code: 'signing-key-revoked' });
  });

  it('S21 S42 is revoked by its person, their region’s lead, the CCS’s or an administrator, and by nobody else', async () => {
    const { camille, ines, lead, elsewhere, ccsLead, administrator } = await start();
    for (const by of [camille, lead, ccsLead, administrator]) {
      const key = makeKey();
      await register(camille, key);
      expect(await revoke(ines, key.id)).toMatchObject({ code: 'no-right' });
      expect(await revoke(elsewhere, key.id)).toMatchObject({ code: 'out-of-scope' });
      http.world.advance(1);
      expect(await revoke(by, key.id)).toMatchObject({ outcome: 'accepted' });
      const line = (await list(ines)).keys.find(({ keyId }) => keyId === key.id);
      expect(line).toMatchObject({ revokedReason: 'Poste volé', revokedAt: expect.stringMatching(/^2020-11-15T/) });
    }
    expect(await revoke(lead, 'a'.repeat(32))).toMatchObject({ code: 'unknown-signing-key' });
    const requester = http.world.requester('lieu');
    expect((await http.call('GET', '/v1/signing-keys', { as: requester })).status).toBe(403);
    expect((await http.call('GET', '/v1/signing-keys')).status).toBe(401);
    expect(await register(requester, makeKey())).toMatchObject({ code: 'no-right' });
    const lines = await http.world.ground.database.read.selectFrom('journal').select(['kind', 'actorId']).execute();
    expect(lines.filter((one) => one.kind === 'signing-key.revoke').map(({ actorId }) => actorId)).toEqual([
      ...['camille', 'lou', 'sacha', 'admin'],
    ]);
  });

  it('S20 is met by a workstation at sign-in: its key is there once, under its person’s name', async () => {
    const { camille } = await start();
    const transport = openUndiciTransport({ origin: http.url, proxy: null });
    const clock = () => http.world.ground.clock();
    const client = createNationalClient({ transport, token: () => http.tokenFor(camille), clock });
    const key = makeKey();
    const visit = { client, person: { id: 'camille', role: camille.role }, makeId: () => http.world.nextId(), clock };
    const own = { keyId: key.id, publicKey: key.pem, proof: key.prove('camille') };
    for (let time = 0; time < 2; time += 1)
      expect((await meetRegister(visit, own))?.keys.map(({ keyId, personName }) => [keyId, personName])).toEqual([
        [key.id, 'Camille Aubépine (ARS Grand-Est)'],
      ]);
    const told = await revokeInRegister(visit, key.id, 'Poste perdu');
    expect(told.keys[0]).toMatchObject({ revokedReason: 'Poste perdu' });
    await expect(revokeInRegister(visit, key.id, 'Poste perdu')).rejects.toMatchObject({ code: 'national-refused' });
    await transport.close();
  });

  it('lets one person hold twenty, and says revoked ones first', async () => {
    const { camille } = await start();
    const keys = Array.from({ length: 20 }, makeKey);
    for (const key of keys) expect(await register(camille, key)).toMatchObject({ outcome: 'accepted' });
    expect(await register(camille, makeKey())).toMatchObject({ code: 'too-many-signing-keys' });
    await revoke(camille, keys[7]?.id ?? '');
    expect(await register(camille, makeKey())).toMatchObject({ outcome: 'accepted' });
    const { keys: told } = await listSigningKeys(http.world.ground);
    expect(told).toHaveLength(21);
    expect(told[0]?.keyId).toBe(keys[7]?.id);
  });
});
