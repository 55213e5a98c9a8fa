/**
 * Takes the pictures of docs/guide-utilisateur.md from the running application, and a contact sheet of every window in two
 * sizes and two themes under build/, so that what the guide shows stays true and what is ugly is seen.
 *
 * npm run pictures                        the guide's
 * npm run pictures -- --sheet             and the contact sheet: every window, its states, and 200,000 people
 * npm run pictures -- --part nation       one part of it: windows, states or nation, as often as wanted
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPages, buildPreloads } from '../../scripts/bundle/build-desk.ts';
import type { DemoService } from '../../scripts/start/demo-service.ts';
import { startDemoService } from '../../scripts/start/demo-service.ts';
import { NO_BROWSER } from '../../scripts/start/install-browser.ts';
import { findBrowser } from '../../src-main/host/find-browser.ts';
import { WINDOW_TITLES } from '../../src-main/windows/window-kinds.ts';
import { atEverySize, restore } from './at-every-size.ts';
import type { SheetPicture } from './contact-sheet.ts';
import { contactSheet } from './contact-sheet.ts';
import type { RunningDesk } from './running-desk.ts';
import { startRunningDesk } from './running-desk.ts';
import { EVERY_WINDOW, SCENES } from './scenes.ts';
import { sheetOfNation, timeWords } from './sheet-of-nation.ts';
import { sheetOfStanding, sheetOfStates } from './sheet-of-states.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GUIDE = join(ROOT, 'docs', 'pictures', 'guide');
const SHEET = join(ROOT, 'build', 'pictures');
const BUILT = join(ROOT, 'build', 'pictures', 'built');
const SHEET_WIDTH = 2_600;
const PARTS = ['guide', 'windows', 'states', 'nation'] as const;
type Part = (typeof PARTS)[number];

const say = (line: string) => void process.stdout.write(`${line}\n`);

const roleOf = { ars: 'ars-regulator', ccs: 'ccs-desk', reader: 'auditor' } as const;
type Role = keyof typeof roleOf;

function personOf(service: DemoService, as: Role): string {
  const ofRole = service.ready.people.filter(({ role }) => role === roleOf[as]);
  // The wave is at its highest in Grand-Est: its windows have the most to show.
  const person = ofRole.find(({ label }) => label.includes('Grand-Est')) ?? ofRole[0];
  if (person === undefined) throw new Error(`La démonstration n’a personne pour le rôle ${roleOf[as]}.`);
  return person.name;
}

async function takeScenes(desk: RunningDesk, as: Role): Promise<void> {
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
    // A dialog that a scene leaves open would stand before the next.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  for (const error of await desk.errors()) say(`! ${error}`);
}

interface Taking {
  readonly browser: string;
  readonly parts: ReadonlySet<Part>;
  readonly sheet: SheetPicture[];
}

async function withDesk(taking: Taking, service: DemoService, as: Role, work: (desk: RunningDesk) => Promise<void>) {
  const desk = await startRunningDesk(ROOT, BUILT, taking.browser, service, personOf(service, as));
  try {
    await work(desk);
    if (taking.sheet.length === 0) return;
    const sheet = join(SHEET, 'contact-sheet.html');
    await writeFile(sheet, contactSheet(taking.sheet));
    await writeFile(join(SHEET, 'contact-sheet.png'), await desk.draw(sheet, SHEET_WIDTH));
  } finally {
    await desk.close();
  }
}

async function withNation(size: 'demo' | 'nation', work: (service: DemoService) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'renfort-guide-nation-'));
  const service = await startDemoService(join(ROOT, 'national-api', 'main.ts'), [
    ...['--size', size, '--seed', '1', '--simulate', 'off', '--port', '0', '--data', data],
  ]);
  try {
    await work(service);
  } finally {
    await service.stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function takeDemo(taking: Taking, service: DemoService): Promise<void> {
  const { parts, sheet } = taking;
  for (const as of ['ccs', 'ars'] as const) {
    await withDesk(taking, service, as, async (desk) => {
      if (parts.has('guide')) await takeScenes(desk, as);
      if (parts.has('windows'))
        for (const window of EVERY_WINDOW) {
          const title = `${WINDOW_TITLES[window]} (${as})`;
          sheet.push(...(await atEverySize(await desk.page(window), SHEET, { name: `${as}-${window}`, title })));
          say(`${as} ${window}`);
        }
      if (as === 'ars' && parts.has('states')) sheet.push(...(await sheetOfStates(desk, SHEET, say)));
    });
  }
  if (!parts.has('states')) return;
  await withDesk(taking, service, 'reader', async (desk) => {
    sheet.push(...(await sheetOfStanding(desk, SHEET, 'read-only')));
    await service.stop();
    // It is told by the next thing that the desk asks of it.
    await (await desk.page('missions')).getByText('Hors ligne').first().waitFor({ timeout: 120_000 });
    sheet.push(...(await sheetOfStanding(desk, SHEET, 'offline')));
    say('read-only, offline');
  });
}

async function takeNation(taking: Taking, service: DemoService): Promise<void> {
  for (const as of ['ccs', 'ars'] as const) {
    await withDesk(taking, service, as, async (desk) => {
      const { pictures, times } = await sheetOfNation(desk, SHEET, as);
      taking.sheet.push(...pictures);
      for (const time of times) say(timeWords(time));
    });
  }
}

function partsWanted(): ReadonlySet<Part> {
  const { values } = parseArgs({
    options: { sheet: { type: 'boolean', default: false }, part: { type: 'string', multiple: true, default: [] } },
  });
  if (values.sheet) return new Set(PARTS);
  const unknown = values.part.find((part) => !PARTS.some((known) => known === part));
  if (unknown !== undefined) throw new Error(`Partie inconnue : ${unknown}. Parties : ${PARTS.join(', ')}.`);
  return new Set(values.part.length === 0 ? ['guide'] : PARTS.filter((part) => values.part.includes(part)));
}

async function main(): Promise<void> {
  const parts = partsWanted();
  // The engine runs from its source: only what a window loads is built.
  await buildPages(join(ROOT, 'src-renderer'), join(BUILT, 'renderer'));
  await buildPreloads(ROOT, join(BUILT, 'preload'));
  const browser = findBrowser(process.platform, process.env, existsSync);
  if (browser === null) throw new Error(NO_BROWSER);
  await mkdir(GUIDE, { recursive: true });
  await mkdir(SHEET, { recursive: true });
  const taking: Taking = { browser, parts, sheet: [] };
  if (parts.has('guide') || parts.has('windows') || parts.has('states'))
    await withNation('demo', (service) => takeDemo(taking, service));
  if (parts.has('nation')) await withNation('nation', (service) => takeNation(taking, service));
  say(parts.has('guide') ? 'docs/pictures/guide' : 'build/pictures');
}

await main();
