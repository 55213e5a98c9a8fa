/** Queue, map and board at the size of the nation (200,000 people, 20,000 missions), and how long each took to show something. */
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { WINDOW_TITLES } from '../../src-main/windows/window-kinds.ts';
import { atEverySize } from './at-every-size.ts';
import type { SheetPicture } from './contact-sheet.ts';
import type { RunningDesk } from './running-desk.ts';

const PATIENCE = { timeout: 120_000 } as const;
const SEARCHED = 'martin';

const FIRST_SIGHT: Readonly<Record<'missions' | 'map' | 'board', string>> = {
  missions: 'tr[data-row]',
  map: '.map-holder[data-stage="drawn"][data-settled="true"]',
  board: '[data-card-lane]',
};
const NATION_WINDOWS = Object.keys(FIRST_SIGHT) as readonly (keyof typeof FIRST_SIGHT)[];

export interface NationTime {
  readonly label: string;
  readonly wallMs: number;
  readonly processorMs: number;
  /** Of the machine over the last minute: what the wall's time was shared with. */
  readonly load: number;
}

async function timed(desk: RunningDesk, label: string, work: () => Promise<unknown>): Promise<NationTime> {
  const processorBefore = await desk.processorMs();
  const start = performance.now();
  await work();
  const wallMs = performance.now() - start;
  return { label, wallMs, processorMs: (await desk.processorMs()) - processorBefore, load: loadavg()[0] ?? 0 };
}

/** Types into the map's own search and waits until other people are counted and drawn. */
async function filterMap(page: Page): Promise<void> {
  const counted = page.locator('.map-counts strong');
  const before = await counted.first().textContent(PATIENCE);
  await page.getByRole('searchbox').fill(SEARCHED);
  await counted.filter({ hasNotText: before ?? '' }).waitFor(PATIENCE);
  await page.locator(FIRST_SIGHT.map).waitFor(PATIENCE);
}

async function showEverybody(page: Page): Promise<void> {
  const everybody = page.getByText('Toutes les personnes', { exact: true });
  if (await everybody.isVisible()) await everybody.click();
}

export interface NationSheet {
  readonly pictures: readonly SheetPicture[];
  readonly times: readonly NationTime[];
}

/** @param as whose desk, in the names of its files and in its titles */
export async function sheetOfNation(desk: RunningDesk, folder: string, as: string): Promise<NationSheet> {
  const times: NationTime[] = [];
  for (const window of NATION_WINDOWS) {
    times.push(
      await timed(desk, `${as} ${window}: opened, first sight`, async () => {
        const page = await desk.open(window);
        await page.locator(FIRST_SIGHT[window]).first().waitFor(PATIENCE);
      }),
    );
    if (window !== 'map') continue;
    const map = await desk.page('map');
    await showEverybody(map);
    times.push(await timed(desk, `${as} map: filter to clusters`, () => filterMap(map)));
    await map.getByRole('searchbox').fill('');
  }
  // Only now: everybody has been read, and what a mission is offered is true.
  const pictures: SheetPicture[] = [];
  for (const window of NATION_WINDOWS) {
    const page = await desk.page(window);
    if (window === 'missions') await page.locator('tr[data-row]').first().click();
    if (window === 'map') await showEverybody(page);
    const sitter = {
      name: `nation-${as}-${window}`,
      title: `200 000, ${as}, ${WINDOW_TITLES[window]}`,
      ...(window === 'map' ? { frame: (map: Page) => map.keyboard.press(as === 'ccs' ? '0' : 'r') } : {}),
    };
    pictures.push(...(await atEverySize(page, folder, sitter)));
  }
  return { pictures, times };
}

/** @example timeWords({ label: 'ccs board', wallMs: 812.4, processorMs: 400, load: 3.2 }) // 'ccs board: 812 ms, …' */
export function timeWords({ label, wallMs, processorMs, load }: NationTime): string {
  return `${label}: ${Math.round(wallMs)} ms, ${Math.round(processorMs)} ms of processor, load ${load.toFixed(1)}`;
}
