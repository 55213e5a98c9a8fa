import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src-main/snapshots/format/open-snapshot.ts';
import { randomFrom } from '../support/seeded-random.ts';
import { readSnapshot } from './independent-reader.ts';
import { spoilBytes } from './mutants.ts';
import { containerOf, NOW, SIGNER, sampleRows, sealed, streamOf, TEST_WORK, TRUST } from './sample-snapshot.ts';

const place = { folder: '' };
beforeAll(() => {
  place.folder = mkdtempSync(join(tmpdir(), 'renfort-snapshot-'));
});
afterAll(() => rmSync(place.folder, { recursive: true, force: true }));
const at = (name: string) => join(place.folder, name);

const runs = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** By the public tool; where it is not installed, by the library, and docs/not-run.md says so. */
async function unsealByTool(file: Uint8Array, identity: string): Promise<Uint8Array> {
  writeFileSync(at('sealed.renfort'), file);
  writeFileSync(at('key.txt'), `${identity}\n`, { mode: 0o600 });
  if (runs('age')) return new Uint8Array(execFileSync('age', ['-d', '-i', at('key.txt'), at('sealed.renfort')]));
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(file);
}

describe('public tools', () => {
  it('D8 age opens a sealed file (the library stands in where the tool is not installed)', async () => {
    const container = await containerOf(sampleRows(500));
    const identity = await generateX25519Identity();
    const recipients = [await identityToRecipient(identity)];
    const opened = await unsealByTool(await sealed(container, { type: 'recipients', recipients }), identity);
    expect(Buffer.from(opened).equals(Buffer.from(container))).toBe(true);
  });

  it('opens what the public tool sealed, or a file of the library under a passphrase where it is absent', async () => {
    const container = await containerOf(sampleRows(30));
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    writeFileSync(at('plain.container'), container);
    const file = runs('age')
      ? execFileSync('age', ['-r', recipient, at('plain.container')])
      : await sealed(container, { type: 'passphrase', passphrase: 'x', logN: TEST_WORK });
    const keys = { identities: [identity], passphrase: 'x' };
    const { manifest } = await openSnapshot(streamOf(file), keys, { trust: TRUST, now: NOW, expiredOpens: false });
    expect(manifest.id).toBe('snapshot-1');
  });

  it('S20 openssl verifies the signature, and refuses an altered manifest', async () => {
    const container = await containerOf();
    const length = Buffer.from(container).readUInt32BE(35);
    writeFileSync(at('manifest.json'), container.subarray(103, 103 + length));
    writeFileSync(at('manifest.sig'), container.subarray(39, 103));
    writeFileSync(at('signer.pem'), SIGNER.publicKey);
    const check = () =>
      spawnSync(
        'openssl',
        [
          'pkeyutl',
          '-verify',
          '-pubin',
          '-inkey',
          at('signer.pem'),
          '-rawin',
          '-in',
          at('manifest.json'),
          '-sigfile',
          at('manifest.sig'),
        ],
        { encoding: 'utf8' },
      );
    expect(check().stdout).toContain('Signature Verified Successfully');
    writeFileSync(at('manifest.json'), readFileSync(at('manifest.json'), 'utf8').replace('Relève', 'Releve'));
    expect(check().status).not.toBe(0);
  });
});

describe('a reader written from the document alone', () => {
  it('is short, imports nothing of ours, and reads the same rows', async () => {
    const source = readFileSync(new URL('independent-reader.ts', import.meta.url), 'utf8');
    expect(source.split('\n').length).toBeLessThanOrEqual(200);
    expect([...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name?.startsWith('node:'))).not.toContain(false);
    const rows = sampleRows(4_100);
    const { manifest, parts } = readSnapshot(Buffer.from(await containerOf(rows)), SIGNER.publicKey);
    expect(manifest.request.purposeText).toBe('Relève de nuit');
    expect(parts['mission']).toEqual(rows);
  });

  it('refuses two hundred altered files too', async () => {
    const container = await containerOf(sampleRows(60));
    const random = randomFrom(7);
    const refused = Array.from({ length: 200 }, () => {
      try {
        readSnapshot(Buffer.from(spoilBytes(container, random)), SIGNER.publicKey);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).not.toContain(false);
  });
});
