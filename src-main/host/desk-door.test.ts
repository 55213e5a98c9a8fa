import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doorOf, knock, openDoor } from './desk-door.ts';
import type { DeskWishes } from './desk-wishes.ts';

const place = { folder: '', close: async () => {} };
beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), 'porte-'));
});
afterEach(async () => {
  await place.close();
  place.close = async () => {};
  rmSync(place.folder, { recursive: true, force: true });
});

const WISHES: DeskWishes = { links: ['renfortrh://mission/m-1'], files: ['/nuit/cellule.renfort'] };

async function desk() {
  const heard: DeskWishes[] = [];
  const refused: string[] = [];
  const path = doorOf(process.platform, place.folder) ?? '';
  place.close = await openDoor(
    path,
    (wishes) => heard.push(wishes),
    (event) => refused.push(event),
  );
  return { path, heard, refused };
}

/** Says these very bytes, and waits until the desk hangs up. */
const say = (path: string, text: string) =>
  new Promise<string>((answered) => {
    const heard: string[] = [];
    const visit = createConnection(path);
    visit.on('error', () => undefined);
    visit.on('data', (part) => heard.push(String(part)));
    visit.on('close', () => answered(heard.join('')));
    visit.write(text);
  });

describe('the door of a running desk', () => {
  it('hands over what a second command asks for', async () => {
    const { path, heard } = await desk();
    expect(await Promise.all([knock(path, WISHES), knock(path, { links: [], files: [] })])).toEqual([true, true]);
    expect(heard).toContainEqual(WISHES);
    expect(heard).toHaveLength(2);
  });

  it('S01 is no port, and nobody’s but this user’s', async () => {
    const { path } = await desk();
    const modes = [path, dirname(path)].map((one) => (statSync(one).mode & 0o777).toString(8));
    expect([statSync(path).isSocket(), modes]).toEqual([true, ['600', '700']]);
  });

  it('answers nobody once it is closed, and opens again over what a crash left', async () => {
    const { path } = await desk();
    await place.close();
    place.close = async () => {};
    expect(await knock(path, WISHES)).toBe(false);
    writeFileSync(path, '');
    const again = await desk();
    expect([await knock(path, WISHES), again.heard]).toEqual([true, [WISHES]]);
  });

  it.each([
    ['no JSON', 'bonjour\n'],
    ['an order', '{"links":[],"files":[],"decide":"accept"}\n'],
    ['a path that depends on who reads it', '{"links":[],"files":["../x.renfort"]}\n'],
    ['too many letters', `{"links":["${'a'.repeat(600)}"],"files":[]}\n`],
    ['a line without end', 'x'.repeat(20_000)],
  ])('S34 takes nothing of %s, and goes on', async (_, text) => {
    const { path, heard, refused } = await desk();
    expect(await say(path, text)).toBe('');
    expect([heard, refused]).toEqual([[], ['host.knock-refused']]);
    expect(await knock(path, WISHES)).toBe(true);
  });

  it('is a named pipe on Windows, one for each folder, and nowhere in a folder whose name is too long', () => {
    const [one, same, other] = ['C:\\Poste', 'c:\\poste', 'C:\\Autre'].map((folder) => doorOf('win32', folder));
    expect(one).toMatch(/^\\\\\.\\pipe\\renfort-poste-[0-9a-f]{32}$/);
    expect([same === one, other === one]).toEqual([true, false]);
    expect(doorOf('linux', `/${'a'.repeat(100)}`)).toBeNull();
  });
});
