/**
 * Fifty invented people whose names are looked for in everything that a workstation leaves on the disk: while the first
 * synchronisation runs, while windows show them, and after it was left (TRUST S50, S56, S57).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { placeMissions } from './place-missions.ts';

const NAMES = Array.from({ length: 50 }, (_, index) => `Canariès${String(index).padStart(2, '0')}`);
const NEEDLES = ['Canariès', 'Canari'].flatMap((text) => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'latin1'),
]);

interface Look {
  readonly files: number;
  readonly found: readonly string[];
}

/** Every file under these folders that holds one of the names. */
function look(folders: readonly string[]): Look {
  const read = (path: string): Buffer => {
    try {
      return readFileSync(path);
    } catch {
      // Gone between the listing and the reading.
      return Buffer.alloc(0);
    }
  };
  const files = folders.flatMap((folder) => {
    try {
      const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    } catch {
      return [];
    }
  });
  const found = files.filter((path) => {
    const bytes = read(path);
    return NEEDLES.some((needle) => bytes.includes(needle));
  });
  return { files: files.length, found };
}

/** Runs in the page: all that a page may keep. */
async function readStorage() {
  return {
    local: Object.entries(localStorage),
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  };
}

describe('canaries', () => {
  const held = { world: null as DeskWorld | null, temporary: '', former: process.env['TMPDIR'] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      await placeMissions(world, 20);
      for (const lastName of NAMES) await world.candidate({ lastName, emailKey: null, endDate: null });
      for (let index = 0; index < 600; index += 1) await world.candidate({ emailKey: null, endDate: null });
    });
    // From here on, whatever is temporary lies where it is looked at: the browser's profile among it.
    held.temporary = mkdtempSync(join(tmpdir(), 'canaries-'));
    process.env['TMPDIR'] = held.temporary;
  });
  afterAll(async () => {
    await held.world?.dispose();
    if (held.former === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = held.former;
    rmSync(held.temporary, { recursive: true, force: true });
  });

  it('S50 S56 S57 finds no name on the disk, while it synchronises, while it shows, and after it is left', async () => {
    const { world: deskWorld, temporary } = held;
    if (deskWorld === null) throw new Error('No world');
    const looks: Look[] = [];
    const watching = { on: true };
    deskWorld.gate.slow('/v1/bulk', 30);
    deskWorld.gate.slow('/v1/snapshots', 30);
    const opening = deskWorld.desk('Camille Aubépine', ['missions', 'candidates']);
    const watch = (async () => {
      while (watching.on) {
        looks.push(look([temporary, ...deskWorld.dataFolders()]));
        await new Promise((done) => setTimeout(done, 40));
      }
    })();
    const desk = await opening;
    await desk.upToDate();
    const during = looks.length;
    const page = await desk.page('candidates');
    const search = page.getByLabel('Rechercher ( / )').first();
    await search.fill('Canari');
    await expect.poll(() => page.locator('[data-row]').count(), { timeout: 30_000 }).toBeGreaterThan(3);
    // The needle is one that is there to be found: on screen, and in the nation's own base.
    await expect.poll(() => page.locator('[data-row]').first().innerText(), { timeout: 30_000 }).toContain('Canariès');
    expect(await page.evaluate(readStorage)).toEqual({
      // Light or dark, so that a window does not blink at opening.
      ...{ local: [['mantine-color-scheme-value', expect.stringMatching(/^(auto|light|dark)$/)]] },
      ...{ session: 0, cookies: '', databases: 0, caches: 0 },
    });
    await new Promise((done) => setTimeout(done, 700));
    watching.on = false;
    await watch;
    await desk.leave();
    looks.push(look([temporary, ...deskWorld.dataFolders()]));
    expect(looks.flatMap(({ found }) => found)).toEqual([]);
    expect(during).toBeGreaterThan(3);
    // Base, log, copy, reserve, layout… and a browser's profile: something was looked at.
    expect(Math.max(...looks.map(({ files }) => files))).toBeGreaterThan(20);
  });

  it('S50 would find a name where one is written', () => {
    expect(look([dirname(held.world?.world.address ?? '')]).found.length).toBeGreaterThan(0);
  });
});
