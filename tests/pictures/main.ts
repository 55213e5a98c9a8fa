/**
 * Takes the pictures of docs/guide-utilisateur.md from the running application, and a contact sheet of every window in two
 * sizes and two themes under build/, so that what the guide shows stays true and what is ugly is seen.
 *
 * npm run pictures
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { buildDesk } from '../../scripts/bundle/build-desk.ts';
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

async function sheetOf(desk: RunningDesk, window: WindowKind): Promise<SheetPicture[]> {
  const page = await desk.page(window);
  const pictures: SheetPicture[] = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.waitForTimeout(SETTLE_MS);
      const name = `${window}-${size.width}-${theme}`;
      const png = await page.screenshot();
      await writeFile(join(SHEET, `${name}.png`), png);
      pictures.push({ title: `${WINDOW_TITLES[window]} — ${size.width} × ${size.height}, ${theme}`, png });
    }
  }
  await restore(page);
  return pictures;
}

async function restore(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(SMALL);
}

async function main(): Promise<void> {
  await buildDesk(ROOT);
  const browser = findBrowser(process.platform, process.env, existsSync);
  if (browser === null) throw new Error(NO_BROWSER);
  const data = await mkdtemp(join(tmpdir(), 'renfort-guide-nation-'));
  const service = await startDemoService(join(ROOT, 'national-api', 'main.ts'), [
    ...['--size', 'demo', '--seed', '1', '--simulate', 'off', '--port', '0', '--data', data],
  ]);
  const [wanted] = process.argv.slice(2);
  const person = wanted ?? 'Inès Coquelicot';
  const desk = await startRunningDesk(ROOT, browser, service, person);
  try {
    await mkdir(GUIDE, { recursive: true });
    await mkdir(SHEET, { recursive: true });
    const sheet: SheetPicture[] = [];
    for (const window of EVERY_WINDOW) sheet.push(...(await sheetOf(desk, window)));
    await writeFile(join(SHEET, 'contact-sheet.png'), await desk.draw(contactSheet(sheet), SHEET_WIDTH));
    for (const scene of SCENES) {
      const page = await desk.page(scene.window);
      await restore(page);
      await scene.act(page);
      await writeFile(join(GUIDE, `${scene.name}.png`), await page.screenshot());
      say(scene.name);
    }
    for (const error of await desk.errors()) say(`! ${error}`);
  } finally {
    await desk.close();
    await service.stop();
    await rm(data, { recursive: true, force: true });
  }
  say(`docs/pictures/guide, ${join('build', 'pictures', 'contact-sheet.png')}`);
}

await main();
