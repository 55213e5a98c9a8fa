import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineSession } from '../engine/engine-control.ts';
import { createMemorySecrets } from '../host/secrets/memory-secrets.ts';
import type { EngineClient } from '../rpc/engine-room.ts';
import { createOpenPerson } from './open-person.ts';
import { personDatabase } from './person-database.ts';

const SERVER = 'https://service.example';
const place = { folder: '' };
beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), 'open-person-'));
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

const sessionOf = (id: string, accessToken = 'token'): EngineSession => ({
  server: SERVER,
  accessToken,
  expiresAt: '2020-11-15T08:00:00.000Z',
  person: { id, name: id, role: 'ars-regulator', agency: 6, departements: null },
  proxy: null,
});

function desk(secrets = createMemorySecrets()) {
  const calls: string[] = [];
  const keys: string[] = [];
  const notices: string[] = [];
  const control = {
    open: async ({ path, key, personId }: { path: string; key: string; personId: string }) => {
      calls.push(`open ${personId}`);
      keys.push(key);
      writeFileSync(path, '');
      return { created: true, waiting: 0 };
    },
    session: async (session: EngineSession | null) => void calls.push(`session ${session?.accessToken ?? 'none'}`),
    close: async () => {
      calls.push('close');
      return { waiting: 2 };
    },
  };
  const person = createOpenPerson({
    dataFolder: place.folder,
    secrets,
    engine: { control } as unknown as EngineClient,
    tell: (sentence) => void notices.push(sentence),
  });
  return { person, calls, keys, notices, secrets };
}

describe('createOpenPerson', () => {
  it('S62 opens each person’s own base with its own key, and closes the former first', async () => {
    const { person, calls, keys } = desk();
    await person.follow(sessionOf('a'));
    await person.follow(sessionOf('a', 'renewed'));
    await person.follow(sessionOf('b'));
    await person.follow(null);
    expect(calls).toEqual([
      ...['open a', 'session token', 'session renewed'],
      ...['session none', 'close', 'open b', 'session token'],
      ...['session none', 'close'],
    ]);
    expect(new Set(keys).size).toBe(2);
    expect(keys.every((key) => Buffer.from(key, 'base64').length === 32)).toBe(true);
    expect(person.lastWaiting()).toBe(2);
    expect(person.databasePath()).toBeNull();
  });

  it('opens the same base with the same key again, also in a new engine', async () => {
    const { person, calls, keys } = desk();
    await person.follow(sessionOf('a'));
    await person.restore();
    expect(calls).toEqual(['open a', 'session token', 'open a', 'session token']);
    expect(keys[0]).toBe(keys[1]);
  });

  it('S52 sets a base whose key is lost aside, whole, and says where', async () => {
    const { path } = personDatabase(place.folder, SERVER, 'a');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'encrypted');
    writeFileSync(`${path}-wal`, 'log');
    const { person, notices } = desk();
    await person.follow(sessionOf('a'));
    const kept = readdirSync(dirname(path)).filter((name) => name.includes('sans-cle'));
    expect(kept).toHaveLength(2);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(kept[0]?.replace('-wal', ''));
    expect(existsSync(path)).toBe(true);
  });
});
