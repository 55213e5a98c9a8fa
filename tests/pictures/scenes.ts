/** What the guide's pictures show: a window, whose it is, and the gestures that bring it to what its chapter tells. */
import type { Page } from 'playwright-core';
import type { WindowKind } from '../../src-main/windows/window-kinds.ts';
import { WINDOW_TITLES } from '../../src-main/windows/window-kinds.ts';

export interface Scene {
  /** File name without its extension. */
  readonly name: string;
  readonly window: WindowKind;
  /** Whose desk: a region's regulator, or the national desk. */
  readonly as: 'ars' | 'ccs';
  act(page: Page): Promise<void>;
}

const CALM_MS = 1_500;
/** A plan, a simulation: something is computed. */
const WORK_MS = 6_000;

const calm = (page: Page, ms = CALM_MS): Promise<void> => page.waitForTimeout(ms);

const firstRow = (page: Page) => page.locator('tr[data-row]').first();

async function look(page: Page): Promise<void> {
  await calm(page);
  await firstRow(page).click();
  await calm(page);
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

export const SCENES: readonly Scene[] = [
  { name: 'file-des-missions', window: 'missions', as: 'ars', act: look },
  { name: 'professionnels', window: 'candidates', as: 'ars', act: look },
  { name: 'carte', window: 'map', as: 'ars', act: (page) => calm(page, WORK_MS) },
  { name: 'tableau', window: 'board', as: 'ars', act: calm },
  { name: 'mode-crise', window: 'crisis', as: 'ars', act: look },
  { name: 'bloques', window: 'blocked', as: 'ars', act: look },
  { name: 'suivi', window: 'follow-up', as: 'ars', act: look },
  { name: 'comptes', window: 'accounts', as: 'ars', act: look },
  { name: 'point', window: 'regulation-point', as: 'ars', act: (page) => calm(page, WORK_MS) },
  { name: 'instantanes', window: 'snapshots', as: 'ars', act: calm },
  {
    name: 'decision-groupee',
    window: 'missions',
    as: 'ars',
    async act(page) {
      await calm(page);
      await page.keyboard.press('Control+a');
      await calm(page);
      await page.keyboard.press('2');
      await calm(page, WORK_MS);
    },
  },
  {
    name: 'palette',
    window: 'missions',
    as: 'ars',
    async act(page) {
      await close(page);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ehpad');
      await calm(page);
    },
  },
  {
    name: 'raccourcis',
    window: 'missions',
    as: 'ars',
    async act(page) {
      await close(page);
      await page.keyboard.press('?');
      await calm(page);
    },
  },
  {
    name: 'fenetres',
    window: 'missions',
    as: 'ars',
    async act(page) {
      await close(page);
      await page.keyboard.press('Control+j');
      await calm(page);
    },
  },
  { name: 'alertes', window: 'alerts', as: 'ccs', act: look },
  { name: 'journal', window: 'journal', as: 'ccs', act: look },
  { name: 'bilan', window: 'balance', as: 'ccs', act: (page) => calm(page, WORK_MS) },
  { name: 'ouvertures', window: 'openings', as: 'ccs', act: look },
  {
    name: 'arbitrage',
    window: 'arbitration',
    as: 'ccs',
    async act(page) {
      await calm(page);
      await page.getByRole('button', { name: 'Calculer' }).click();
      await calm(page, 3 * WORK_MS);
    },
  },
];

/** Every kind of window as it opens, for the contact sheet. */
export const EVERY_WINDOW = Object.keys(WINDOW_TITLES) as readonly WindowKind[];
