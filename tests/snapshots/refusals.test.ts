import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { approve } from '../../src-main/snapshots/format/approval.ts';
import { openSnapshot } from '../../src-main/snapshots/format/open-snapshot.ts';
import type { ReadOptions } from '../../src-main/snapshots/format/read-container.ts';
import { makeSigningSecret, readSigningKey } from '../../src-main/snapshots/format/signing-key.ts';
import { SNAPSHOT_FAULTS, SnapshotFault } from '../../src-main/snapshots/format/snapshot-fault.ts';
import { readTrust } from '../../src-main/snapshots/format/trust-list.ts';
import type { Keys } from '../../src-main/snapshots/format/unseal.ts';
import { NO_KEYS } from '../../src-main/snapshots/format/unseal.ts';
import { randomFrom } from '../support/seeded-random.ts';
import { putTogether, spoilBytes, spoilSigned, takeApart, withText } from './mutants.ts';
import {
  AUTHOR,
  COLLEAGUE,
  containerOf,
  FACTS,
  NOW,
  REQUEST,
  SECOND,
  SIGNER,
  sampleRows,
  sealed,
  streamOf,
  TEST_WORK,
  TRUST,
  trustIn,
} from './sample-snapshot.ts';

const OPTIONS: ReadOptions = { trust: TRUST, now: NOW, expiredOpens: false };
const WORDS: Keys = { identities: [], passphrase: 'quatre mots au hasard' };
const MUTANTS = 500;

/** The code of the refusal; 'accepted' when there is none. Anything but a known refusal is thrown. */
async function verdict(bytes: Uint8Array, keys: Keys = NO_KEYS, options: Partial<ReadOptions> = {}): Promise<string> {
  try {
    await openSnapshot(streamOf(bytes), keys, { ...OPTIONS, ...options });
    return 'accepted';
  } catch (error) {
    if (error instanceof SnapshotFault) return error.code;
    throw error;
  }
}

const dated = (patch: object) => ({ ...FACTS, ...patch });
const nominative = { ...REQUEST, nominative: true };

describe('S21 each cause of refusal has its own code and sentence', () => {
  it('has as many sentences and exit codes as codes', () => {
    const faults = Object.values(SNAPSHOT_FAULTS);
    expect(new Set(faults.map(({ message }) => message)).size).toBe(faults.length);
    expect(new Set(faults.map(({ exit }) => exit)).size).toBe(faults.length);
    expect(faults.length).toBeGreaterThanOrEqual(14);
  });

  it('accepts the one that is as it should be', async () => {
    expect(await verdict(await containerOf())).toBe('accepted');
  });

  it.each<[string, Uint8Array]>([
    ['not-a-snapshot', new TextEncoder().encode('SQLite format 3\0'.padEnd(4096, 'x'))],
    ['not-a-snapshot', new TextEncoder().encode('PK\u0003\u0004'.padEnd(500, 'x'))],
    ['not-a-snapshot', new TextEncoder().encode('-----BEGIN AGE ENCRYPTED FILE-----\nYWdl'.padEnd(400, 'x'))],
    ['future-version', new TextEncoder().encode('renfort-snapshot/2\n'.padEnd(400, 'x'))],
    ['future-version', new TextEncoder().encode('age-encryption.org/v9\n-> X\n'.padEnd(400, 'x'))],
    ['truncated', new Uint8Array(0)],
    ['truncated', new TextEncoder().encode('renfort-snap')],
  ])('%s', async (code, bytes) => {
    expect(await verdict(bytes)).toBe(code);
  });

  it('S20 wrong key, no key', async () => {
    const container = await containerOf();
    const file = await sealed(container, { type: 'passphrase', passphrase: 'une autre phrase', logN: TEST_WORK });
    expect(await verdict(file)).toBe('key-needed');
    expect(await verdict(file, WORDS)).toBe('wrong-key');
    const recipient = await identityToRecipient(await generateX25519Identity());
    const forAnother = await sealed(container, { type: 'recipients', recipients: [recipient] });
    const mine = { identities: [await generateX25519Identity()], passphrase: null };
    expect(await verdict(forAnother, mine)).toBe('wrong-key');
    expect(await verdict(forAnother, WORDS)).toBe('wrong-key');
    expect(await verdict(file, { identities: ['AGE-SECRET-KEY-1NOTAKEY'], passphrase: null })).toBe('wrong-key');
  });

  it('S21 unknown signer, revoked signer with the date of the list', async () => {
    const stranger = readSigningKey(makeSigningSecret());
    expect(await verdict(await containerOf(undefined, {}, stranger))).toBe('unknown-signer');
    const at = '2020-11-10T08:00:00.000Z';
    const trust = readTrust({ ...trustIn(SIGNER), revoked: [{ keyId: SIGNER.id, at, reason: 'Poste perdu' }] });
    const container = await containerOf();
    expect(await verdict(container, NO_KEYS, { trust })).toBe('revoked-signer');
    await expect(openSnapshot(streamOf(container), NO_KEYS, { ...OPTIONS, trust })).rejects.toThrow(
      /Révoquée le 1[01]\/11\/2020 à \d\d:\d\d \(liste du 1[345]\/11\/2020 à \d\d:\d\d\)\./,
    );
  });

  it('S20 a key id of one signer with the signature of another', async () => {
    const container = await containerOf(undefined, {}, COLLEAGUE);
    const swapped = container.slice();
    swapped.set(Buffer.from(SIGNER.id, 'hex'), 19);
    expect(await verdict(swapped)).toBe('bad-signature');
    const { manifest, parts } = takeApart(container);
    expect(await verdict(putTogether({ manifest, parts }, SIGNER))).toBe('bad-signature');
  });

  it('S21 S22 not yet valid, expired, expired as an archive', async () => {
    expect(await verdict(await containerOf(undefined, dated({ takenAt: '2020-11-15T12:11:00.000Z' })))).toBe(
      'not-yet-valid',
    );
    const late = { now: Date.UTC(2021, 0, 1) };
    const container = await containerOf();
    expect(await verdict(container, NO_KEYS, late)).toBe('expired');
    const archive = await openSnapshot(streamOf(container), NO_KEYS, { ...OPTIONS, ...late, expiredOpens: true });
    expect(archive.isExpired).toBe(true);
  });

  it('a later version that a trusted signer wrote', async () => {
    const { manifest, parts } = takeApart(await containerOf());
    expect(await verdict(putTogether({ manifest: { ...manifest, version: 2 }, parts }))).toBe('future-version');
  });

  it('truncated at any place, altered at its end', async () => {
    const container = await containerOf(sampleRows(300));
    for (const at of [50, 102, 103, 900, container.byteLength - 1])
      expect(await verdict(container.subarray(0, at))).toBe('truncated');
    expect(await verdict(new Uint8Array([...container, 0]))).toBe('altered');
    const flipped = container.slice();
    flipped[container.byteLength - 5] = (flipped[container.byteLength - 5] ?? 0) ^ 1;
    expect(await verdict(flipped)).toBe('altered');
  });

  it('a sealed file that was cut or altered', async () => {
    const file = await sealed(await containerOf(sampleRows(300)), {
      type: 'passphrase',
      passphrase: WORDS.passphrase ?? '',
      logN: TEST_WORK,
    });
    expect(await verdict(file, WORDS)).toBe('accepted');
    expect(await verdict(file.subarray(0, file.byteLength - 9), WORDS)).toBe('seal-broken');
    expect(await verdict(file.subarray(0, 60), WORDS)).toBe('truncated');
  });

  it('S23 S24 too large, before anything is allocated', async () => {
    const container = await containerOf();
    const huge = container.slice();
    huge.set([0xff, 0xff, 0xff, 0xff], 35);
    expect(await verdict(huge)).toBe('too-large');
    const rows = withText(container, '[["m-1"],["a"],[1],[null],[0]]\n', { rows: 5_000_000 });
    expect(await verdict(putTogether(rows))).toBe('too-large');
    const bomb = withText(container, ' '.repeat(8 * 1024 * 1024), { rows: 1 });
    expect(await verdict(putTogether(bomb))).toBe('too-large');
    const work = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 22\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`;
    expect(await verdict(new TextEncoder().encode(work.padEnd(400, 'x')), WORDS)).toBe('too-large');
    const head = `age-encryption.org/v1\n${'-> X aaaa\n\n'.repeat(20_000)}`;
    expect(await verdict(new TextEncoder().encode(head), WORDS)).toBe('too-large');
  });

  it('D8 nominative without the agreement of another person, under another key', async () => {
    const at = '2020-11-15T11:00:00.000Z';
    const agreed = (approval: object | null, request: object = nominative) =>
      containerOf(undefined, dated({ request, approval }));
    expect(await verdict(await agreed(null))).toBe('not-agreed');
    expect(await verdict(await agreed(approve(nominative, SECOND, at, COLLEAGUE)))).toBe('accepted');
    expect(await verdict(await agreed(approve(nominative, SECOND, at, SIGNER)))).toBe('not-agreed');
    expect(await verdict(await agreed(approve(nominative, AUTHOR, at, COLLEAGUE)))).toBe('not-agreed');
    const stranger = readSigningKey(makeSigningSecret());
    expect(await verdict(await agreed(approve(nominative, SECOND, at, stranger)))).toBe('not-agreed');
    const other = { ...nominative, recipients: ['Tout le monde'] };
    expect(await verdict(await agreed(approve(nominative, SECOND, at, COLLEAGUE), other))).toBe('not-agreed');
  });
});

describe('mutants', () => {
  it(`S20 ${MUTANTS} files with a byte changed, cut or added: none is accepted`, async () => {
    const container = await containerOf(sampleRows(200));
    const seal = { type: 'recipients' as const, identity: await generateX25519Identity() };
    const file = await sealed(container, {
      type: 'recipients',
      recipients: [await identityToRecipient(seal.identity)],
    });
    const keys = { identities: [seal.identity], passphrase: null };
    const random = randomFrom(20);
    const verdicts = new Map<string, number>();
    for (let count = 0; count < MUTANTS; count += 1) {
      const isSealed = count % 2 === 0;
      const spoiled = spoilBytes(isSealed ? file : container, random);
      const code = await verdict(spoiled, isSealed ? keys : NO_KEYS);
      verdicts.set(code, (verdicts.get(code) ?? 0) + 1);
    }
    expect(verdicts.get('accepted')).toBeUndefined();
    expect([...verdicts.values()].reduce((sum, count) => sum + count, 0)).toBe(MUTANTS);
  });

  it(`S23 S33 ${MUTANTS} broken contents signed by a trusted key: none is accepted`, async () => {
    const container = await containerOf(sampleRows(20));
    const random = randomFrom(23);
    const verdicts = new Set<string>();
    for (let count = 0; count < MUTANTS; count += 1) verdicts.add(await verdict(spoilSigned(container, random)));
    expect([...verdicts].sort()).toEqual(
      ['altered', 'bad-signature', 'future-version', 'malformed', 'too-large', 'truncated'].filter((code) =>
        verdicts.has(code),
      ),
    );
    expect(verdicts.has('malformed') && verdicts.has('too-large')).toBe(true);
  });
});
