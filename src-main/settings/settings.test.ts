import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemorySecrets } from '../host/secrets/memory-secrets.ts';
import { createLayoutKeeper } from '../windows/layout-keeper.ts';
import { createDeskSettings } from './desk-settings.ts';
import { configurationFor, managedConfigurationPath, readManagedConfiguration } from './managed-configuration.ts';
import { createSealedFile } from './sealed-file.ts';

const place = { folder: '' };
beforeEach(async () => {
  place.folder = await mkdtemp(join(tmpdir(), 'settings-'));
});
afterEach(() => rm(place.folder, { recursive: true, force: true }));

describe('createSealedFile', () => {
  it('S50 keeps what a window remembers unreadable without the key', async () => {
    const secrets = createMemorySecrets();
    const path = join(place.folder, 'deep', 'fenetres');
    const keeper = createLayoutKeeper(createSealedFile(path, secrets, 'fenetres'));
    const layout = {
      windows: [{ id: 'w', window: 'missions', subjectId: null, home: null, state: 'Jeanne Exemple', pinned: null }],
      closed: [],
      named: [],
    };
    expect(await keeper.read()).toBeNull();
    await keeper.write(layout);
    expect((await readFile(path)).includes('Jeanne')).toBe(false);
    expect(await keeper.read()).toEqual(layout);
    expect(await createLayoutKeeper(createSealedFile(path, createMemorySecrets(), 'fenetres')).read()).toBeNull();
  });

  it('writes what comes at once in its order, each whole', async () => {
    const file = createSealedFile(join(place.folder, 'fenetres'), createMemorySecrets(), 'fenetres');
    await Promise.all(Array.from({ length: 20 }, (_, index) => file.write(`état ${index}`)));
    expect(await file.read()).toBe('état 19');
  });

  it('takes an altered file for none', async () => {
    const secrets = createMemorySecrets();
    const path = join(place.folder, 'fenetres');
    const file = createSealedFile(path, secrets, 'fenetres');
    await file.write('{"windows":[]}');
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await file.read()).toBeNull();
  });
});

describe('createDeskSettings', () => {
  it('keeps the theme, and tells what is managed and how large the base is', async () => {
    const databasePath = join(place.folder, 'base.sqlite');
    await writeFile(databasePath, 'x'.repeat(100));
    await writeFile(`${databasePath}-wal`, 'x'.repeat(20));
    const settings = createDeskSettings({
      path: join(place.folder, 'preferences.json'),
      host: { name: 'chromium', secrets: createMemorySecrets() },
      server: 'https://service.example',
      version: '1.2.3',
      attributions: 'Contours : IGN',
      databasePath: () => databasePath,
    });
    expect((await settings.read()).theme).toBe('auto');
    expect((await settings.read()).staleMinutes).toBe(15);
    await settings.change({ staleMinutes: 30 });
    await settings.change({ theme: 'dark' });
    expect((await settings.read()).staleMinutes).toBe(30);
    expect(await settings.read()).toMatchObject({
      theme: 'dark',
      databaseBytes: 120,
      managed: ['Service national : https://service.example'],
    });
    await writeFile(join(place.folder, 'preferences.json'), '{"theme":"pink"}');
    expect((await settings.read()).theme).toBe('auto');
  });
});

describe('readManagedConfiguration', () => {
  const write = async (name: string, content: object | string) => {
    const path = join(place.folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  it('S40 takes the first file that there is', async () => {
    const absent = join(place.folder, 'absent.json');
    const path = await write('a.json', { server: 'https://service.example' });
    expect(readManagedConfiguration([absent, path])).toEqual({ server: 'https://service.example', signInOrigins: [] });
    expect(() => readManagedConfiguration([absent])).toThrow(/n'est pas configuré/);
  });

  it.each([
    { server: 'http://service.example' },
    { server: 'https://service.example/chemin' },
    { server: 'https://moi@service.example' },
    { server: 'file:///etc' },
    { server: 'https://service.example', proxy: 'x' },
    { server: 'https://service.example', signInOrigins: ['http://autre.example'] },
    'not json',
  ])('S40 refuses %j', async (content) => {
    const path = await write('a.json', content);
    expect(() => readManagedConfiguration([path])).toThrow(/Configuration illisible/);
  });

  it('S40 takes an origin from the command line, and says when it is none', () => {
    expect(configurationFor('http://127.0.0.1:4000').server).toBe('http://127.0.0.1:4000');
    for (const server of [undefined, 'http://service.example', 'https://service.example/x', 'x'])
      expect(() => configurationFor(server)).toThrow(/--server/);
  });

  it('is where an administrator of each system puts such things', () => {
    expect(managedConfigurationPath('linux', {})).toBe('/etc/renfort-regulation/configuration.json');
    expect(managedConfigurationPath('win32', { PROGRAMDATA: 'D:\\Data' })).toBe(
      'D:\\Data\\renfort-regulation\\configuration.json',
    );
    expect(managedConfigurationPath('darwin', {})).toContain('Application Support');
  });
});
