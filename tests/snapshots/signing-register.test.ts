/** A workstation and the national register: what it believes with no network, and what it refuses. TRUST S20-S21. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RegisteredKey, SigningKeyList } from '../../contract/national/routes/signing-key-routes.ts';
import { signingKeyProofText } from '../../contract/national/routes/signing-key-routes.ts';
import { meetRegister, revokeInRegister } from '../../src-main/engine/snapshots/signing-register.ts';
import { createMemorySecrets } from '../../src-main/host/secrets/memory-secrets.ts';
import type { NationalClient } from '../../src-main/national/national-client.ts';
import { NationalFault } from '../../src-main/national/national-fault.ts';
import { createSealedFile } from '../../src-main/settings/sealed-file.ts';
import { createSigningRegister } from '../../src-main/snapshots/desk/signing-register.ts';
import { createSnapshotKeys } from '../../src-main/snapshots/desk/snapshot-keys.ts';
import { createTrustKeeper } from '../../src-main/snapshots/desk/trust-keeper.ts';
import { isSignedBy, makeSigningSecret, readSigningKey } from '../../src-main/snapshots/format/signing-key.ts';
import { readTrust } from '../../src-main/snapshots/format/trust-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'renfort-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const NOW = Date.UTC(2021, 2, 21, 7);
const counter = { last: 0 };

const registered = (patch: Partial<RegisteredKey> = {}): RegisteredKey => {
  const { id, publicKey } = readSigningKey(makeSigningSecret());
  return {
    ...{ keyId: id, publicKey, personId: 'camille', personName: 'Camille Aubépine (ARS Grand-Est)', agency: 6 },
    ...{ registeredAt: '2021-03-01T08:00:00.000Z', revokedAt: null, revokedReason: null },
    ...patch,
  };
};
const listOf = (...keys: RegisteredKey[]): SigningKeyList => ({ at: new Date(NOW).toISOString(), keys });

function keeper() {
  counter.last += 1;
  const secrets = createMemorySecrets();
  const own = readSigningKey(makeSigningSecret());
  const path = join(folder, `signataires-${counter.last}`);
  return createTrustKeeper({
    file: createSealedFile(path, secrets, 'signataires'),
    policyPath: `${path}.json`,
    ownKey: async () => own,
    clock: () => NOW,
  });
}

describe('the register kept on a workstation', () => {
  it('S20 makes a colleague’s key believed with no exchange of keys, under their name and the list’s date', async () => {
    const trust = keeper();
    const [camille, shared] = [registered(), registered()];
    await trust.keepRegister(listOf(camille, shared, { ...shared, personId: 'ines', personName: 'Inès Coquelicot' }));
    const signer = readTrust(await trust.list()).signerOf(camille.keyId);
    expect(signer).toMatchObject({
      ...{ owner: 'Camille Aubépine (ARS Grand-Est)', source: 'national', listDate: '2021-03-21T07:00:00.000Z' },
    });
    expect(readTrust(await trust.list()).signerOf(shared.keyId).owner).toBe(
      'Camille Aubépine (ARS Grand-Est), Inès Coquelicot',
    );
    expect((await trust.lines()).map(({ source }) => source)).toEqual(['me']);
  });

  it('S21 refuses a key that was revoked there, with the date of that list, though it was pinned by hand', async () => {
    const trust = keeper();
    const lost = registered({ revokedAt: '2021-03-20T17:00:00.000Z', revokedReason: 'Poste perdu' });
    await trust.add('Ma collègue', lost.publicKey);
    expect(readTrust(await trust.list()).signerOf(lost.keyId).owner).toBe('Ma collègue');
    await trust.keepRegister(listOf(lost));
    expect(() =>
      readTrust({ date: '2021-04-01T00:00:00.000Z', signers: [], revoked: [] }).signerOf(lost.keyId),
    ).toThrow('n’est pas connu');
    const { signerOf } = readTrust(await trust.list());
    expect(() => signerOf(lost.keyId)).toThrow(
      /révoquée\. Révoquée le 20\/03\/2021 à \d\d:\d\d \(liste du 21\/03\/2021 à \d\d:\d\d\)/,
    );
  });

  it('keeps the newest list, and what was added by hand stays', async () => {
    const trust = keeper();
    const [first, second] = [registered(), registered()];
    await trust.add('Ma collègue', first.publicKey);
    await trust.keepRegister(listOf(second));
    await trust.keepRegister({ at: '2021-03-20T00:00:00.000Z', keys: [] });
    expect((await trust.register())?.keys).toHaveLength(1);
    expect(readTrust(await trust.list()).signerOf(first.keyId).source).toBe('added');
  });
});

/** The service as the desk's client sees it. */
function clientOf(answers: { list: SigningKeyList; refused?: string; offline?: boolean }) {
  const sent: { readonly kind: string; readonly subject: string }[] = [];
  const offline = () => Promise.reject(new NationalFault('unreachable'));
  const client = {
    signingKeys: () => (answers.offline === true ? offline() : Promise.resolve(answers.list)),
    async send(commands: typeof sent) {
      if (answers.offline === true) return offline();
      sent.push(...commands);
      const message = answers.refused;
      return message === undefined ? [{ outcome: 'accepted' }] : [{ outcome: 'refused', code: 'no-right', message }];
    },
  } as unknown as NationalClient;
  return { client, sent };
}
const visitOf = (client: NationalClient, role = 'ars-lead') => ({
  ...{ client, person: { id: 'camille', role }, makeId: () => 'id', clock: () => NOW },
});

describe('a workstation before the register', () => {
  const own = { keyId: 'a'.repeat(32), publicKey: 'PEM', proof: 'proof' };

  it('registers its key once, in the name of who signed in, unless it is there, revoked, or theirs not to register', async () => {
    const empty = clientOf({ list: listOf() });
    await meetRegister(visitOf(empty.client), own);
    expect(empty.sent).toMatchObject([{ kind: 'signing-key.register', subject: own.keyId }]);
    for (const line of [
      registered({ keyId: own.keyId }),
      registered({ keyId: own.keyId, personId: 'ines', revokedAt: '2021-03-20T17:00:00.000Z' }),
    ]) {
      const there = clientOf({ list: listOf(line) });
      await meetRegister(visitOf(there.client), own);
      expect(there.sent).toEqual([]);
    }
    const shared = clientOf({ list: listOf(registered({ keyId: own.keyId, personId: 'ines' })) });
    await meetRegister(visitOf(shared.client), own);
    expect(shared.sent).toHaveLength(1);
    const administrator = clientOf({ list: listOf() });
    await meetRegister(visitOf(administrator.client, 'administrator'), own);
    expect(administrator.sent).toEqual([]);
  });

  it('says nothing offline, and tells a refused revocation in the service’s words', async () => {
    const { client } = clientOf({ list: listOf(), offline: true });
    expect(await meetRegister(visitOf(client), own)).toBeNull();
    await expect(revokeInRegister(visitOf(client), own.keyId, 'Perdue')).rejects.toMatchObject({ code: 'offline' });
    const refusing = clientOf({ list: listOf(), refused: 'Cet objet est hors de votre périmètre.' });
    await expect(revokeInRegister(visitOf(refusing.client), own.keyId, 'Perdue')).rejects.toMatchObject({
      code: 'national-refused',
      message: 'Cet objet est hors de votre périmètre.',
    });
  });

  it('proves that it holds the key, asks again only after a while, and says who may revoke', async () => {
    const trust = keeper();
    const keys = createSnapshotKeys(createMemorySecrets());
    const clock = { now: NOW };
    const asked: { keyId: string; publicKey: string; proof: string }[] = [];
    const mine = registered({ keyId: 'b'.repeat(32) });
    const theirs = registered({ keyId: 'c'.repeat(32), personId: 'noa', agency: 10 });
    const engine = {
      snapshotControl: {
        async meetRegister(input: (typeof asked)[number]) {
          asked.push(input);
          return listOf(mine, theirs);
        },
      },
    } as never;
    const person = { id: 'camille', name: 'Camille', role: 'ars-regulator', agency: 6 };
    const register = createSigningRegister({ engine, keys, trust, person: async () => person, clock: () => clock.now });
    expect(await register.keys()).toBeNull();
    await register.meet();
    await register.meet();
    clock.now += 11 * 60_000;
    await register.meet();
    expect(asked).toHaveLength(2);
    const [{ keyId = '', publicKey = '', proof = '' } = {}] = asked;
    const text = new TextEncoder().encode(signingKeyProofText('camille', keyId));
    expect(isSignedBy(publicKey, text, Buffer.from(proof, 'base64'))).toBe(true);
    const told = await register.keys();
    expect(told?.keys.map(({ mayRevoke }) => mayRevoke)).toEqual([true, false]);
  });
});
