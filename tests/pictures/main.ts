/**
 * Takes the pictures of docs/guide-utilisateur.md from the running application, and a contact sheet of every window in two
 * sizes and two themes under build/, so that what the guide shows stays true and what is ugly is seen.
 *
 * npm run pictures            the guide's
 * npm run pictures -- --sheet and the contact sheet
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { buildDesk } from '../../scripts/bundle/build-desk.ts';
import type { DemoService } from '../../scripts/start/demo-service.ts';
import { startDemoService } from '../../scripts/start/demo-service.ts';
import { NO_BROWSER } from '../../scripts/start/install-browser.ts';
import { findBrowser } from '../../src-main/host/find-browser.ts';
import type { WindowKind } from '../../src-main/windows/window-kinds.ts';
import { WINDOW_TITLES } from '../../src-main/windows/window-kinds.ts';
import type { SheetPicture } from './contact-sheet.ts';
import { contactSheet } from './contact-sheet.ts';
import type { RunningDesk } from './running-desk.ts';
import { startRunningDesk } from './running-desk.ts';
import { EVERY_WINDOW, SCENES } from './scenes.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GUIDE = join(ROOT, 'docs', 'pictures', 'guide');
const SHEET = join(ROOT, 'build', 'pictures');
const SMALL = { width: 1280, height: 800 } as const;
const SIZES = [SMALL, { width: 2560, height: 1440 }] as const;
const THEMES = ['light', 'dark'] as const;
const SETTLE_MS = 1_500;
const SHEET_WIDTH = 2_600;

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function sheetOf(desk: RunningDesk, window: WindowKind, as: keyof typeof roleOf): Promise<SheetPicture[]> {
  const page = await desk.page(window);
  const pictures: SheetPicture[] = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.waitForTimeout(SETTLE_MS);
      const name = `${as}-${window}-${size.width}-${theme}`;
      const png = await page.screenshot();
      await writeFile(join(SHEET, `${name}.png`), png);
      pictures.push({ title: `${WINDOW_TITLES[window]} (${as}) — ${size.width} × ${size.height}, ${theme}`, png });
    }
  }
  await restore(page);
  return pictures;
}

async function restore(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(SMALL);
}

const roleOf = { ars: 'ars-regulator', ccs: 'ccs-desk' } as const;

function personOf(service: DemoService, as: keyof typeof roleOf): string {
  const ofRole = service.ready.people.filter(({ role }) => role === roleOf[as]);
  // The wave is at its highest in Grand-Est: its windows have the most to show.
  const person = ofRole.find(({ label }) => label.includes('Grand-Est')) ?? ofRole[0];
  if (person === undefined) throw new Error(`La démonstration n’a personne pour le rôle ${roleOf[as]}.`);
  return person.name;
}

async function takeScenes(desk: RunningDesk, as: keyof typeof roleOf): Promise<void> {
  for (const scene of SCENES) {
    if (scene.as !== as) continue;
    const page = await desk.page(scene.window);
    await restore(page);
    // One scene that cannot be played leaves the others their pictures.
    const fault = await scene.act(page).then(
      () => '',
      (error: unknown) => ` ! ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
    );
    await writeFile(join(GUIDE, `${scene.name}.png`), await page.screenshot());
    say(`${scene.name}${fault}`);
  }
  for (const error of await desk.errors()) say(`! ${error}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { sheet: { type: 'boolean', default: false } } });
  await buildDesk(ROOT);
  const browser = findBrowser(process.platform, process.env, existsSync);
  if (browser === null) throw new Error(NO_BROWSER);
  const data = await mkdtemp(join(tmpdir(), 'renfort-guide-nation-'));
  const service = await startDemoService(join(ROOT, 'national-api', 'main.ts'), [
    ...['--size', 'demo', '--seed', '1', '--simulate', 'off', '--port', '0', '--data', data],
  ]);
  try {
    await mkdir(GUIDE, { recursive: true });
    await mkdir(SHEET, { recursive: true });
    const sheet: SheetPicture[] = [];
    for (const as of ['ars', 'ccs'] as const) {
      const desk = await startRunningDesk(ROOT, browser, service, personOf(service, as));
      try {
        await takeScenes(desk, as);
        if (!values.sheet) continue;
        for (const window of EVERY_WINDOW) {
          sheet.push(...(await sheetOf(desk, window, as)));
          say(`${as} ${window}`);
        }
        await writeFile(join(SHEET, 'contact-sheet.png'), await desk.draw(contactSheet(sheet), SHEET_WIDTH));
      } finally {
        await desk.close();
      }
    }
  } finally {
    await service.stop();
    await rm(data, { recursive: true, force: true });
  }
  say('docs/pictures/guide');
}

await main();
