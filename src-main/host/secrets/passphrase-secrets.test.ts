import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPassphraseSecrets } from './passphrase-secrets.ts';

const PHRASE = 'une phrase assez longue';
const place = { folder: '' };
beforeEach(async () => {
  place.folder = await mkdtemp(join(tmpdir(), 'passphrase-'));
});
afterEach(() => rm(place.folder, { recursive: true, force: true }));

const path = () => join(place.folder, 'coffre.json');

describe('createPassphraseSecrets', () => {
  it('S51 opens again with the same passphrase, and asks for it once', async () => {
    const asked: boolean[] = [];
    const ask = async (isNew: boolean) => {
      asked.push(isNew);
      return PHRASE;
    };
    const first = createPassphraseSecrets(path(), ask);
    await Promise.all([first.write('a', Uint8Array.of(1, 2)), first.write('b', Uint8Array.of(3))]);
    const again = createPassphraseSecrets(path(), ask);
    expect([await again.read('a'), await again.read('b'), await again.read('c')]).toEqual([
      Uint8Array.of(1, 2),
      Uint8Array.of(3),
      null,
    ]);
    await again.remove('a');
    expect(await again.read('a')).toBeNull();
    expect(asked).toEqual([true, false]);
    expect(await readdir(place.folder)).toEqual(['coffre.json']);
  });

  it('S51 holds neither the secret nor its name in clear', async () => {
    const store = createPassphraseSecrets(path(), async () => PHRASE);
    await store.write('base-canary', new TextEncoder().encode('CANARY-SECRET'));
    const text = await readFile(path(), 'utf8');
    expect(text).not.toMatch(/canary/i);
    expect(text).not.toContain(Buffer.from('CANARY-SECRET').toString('base64'));
  });

  it('S52 refuses another passphrase and leaves the file as it is, so that the right one still opens it', async () => {
    await createPassphraseSecrets(path(), async () => PHRASE).write('a', Uint8Array.of(1));
    const before = await readFile(path());
    const wrong = createPassphraseSecrets(path(), async () => 'une autre phrase longue');
    await expect(wrong.write('a', Uint8Array.of(2))).rejects.toThrow(/n’ouvre pas le coffre/);
    expect((await readFile(path())).equals(before)).toBe(true);
    expect(await createPassphraseSecrets(path(), async () => PHRASE).read('a')).toEqual(Uint8Array.of(1));
  });

  it('asks again after a passphrase that is too short', async () => {
    const answers = ['court', PHRASE];
    const store = createPassphraseSecrets(path(), async () => answers.shift() ?? '');
    await expect(store.read('a')).rejects.toThrow(/au moins 12/);
    expect(await store.read('a')).toBeNull();
  });
});
