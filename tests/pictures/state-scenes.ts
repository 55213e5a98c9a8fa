/** What is not the ordinary sight of a window, for the contact sheet: dialogs, nothing found, magnified, forced colours. */
import type { Page } from 'playwright-core';
import type { WindowKind } from '../../src-main/windows/window-kinds.ts';

export interface StateScene {
  readonly name: string;
  readonly window: WindowKind;
  /** The window as a laptop at 200 % shows it, or with the colours that the system forces. */
  readonly seen?: 'magnified' | 'forced-colors';
  act(page: Page): Promise<void>;
  /** Undoes what other windows share. */
  leave?(page: Page): Promise<void>;
}

const CALM_MS = 1_200;
const WORK_MS = 5_000;

const firstRow = (page: Page) => page.locator('tr[data-row]').first();

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForTimeout(CALM_MS);
}

async function choose(page: Page, ...keys: readonly string[]): Promise<void> {
  await firstRow(page).focus();
  await press(page, ...keys);
}

const asItIs = async (): Promise<void> => undefined;
const look = (page: Page): Promise<void> => firstRow(page).click();

/** Dialogs close by Escape, a search is emptied by its own field: each scene leaves its window as it was. */
export const STATE_SCENES: readonly StateScene[] = [
  { name: 'side-panel', window: 'missions', act: look },
  { name: 'bulk-preview', window: 'missions', act: (page) => choose(page, 'Control+a', '1') },
  {
    name: 'best-candidates',
    window: 'missions',
    async act(page) {
      await choose(page, ' ', 'Shift+ArrowDown', 'Shift+ArrowDown', 'b');
      await page.waitForTimeout(WORK_MS);
    },
  },
  {
    name: 'export',
    window: 'candidates',
    act: (page) => page.getByRole('button', { name: 'Exporter…' }).click(),
  },
  {
    name: 'palette',
    window: 'missions',
    async act(page) {
      await press(page, 'Control+k');
      await page.keyboard.type('nancy');
    },
  },
  { name: 'shortcuts', window: 'board', act: (page) => press(page, '?') },
  { name: 'order', window: 'board', act: (page) => page.getByRole('button', { name: 'Proposer l’ordre' }).click() },
  ...(['missions', 'candidates', 'map', 'board'] as const).flatMap((window): StateScene[] => [
    { name: 'magnified', window, seen: 'magnified', act: asItIs },
    { name: 'forced-colors', window, seen: 'forced-colors', act: asItIs },
  ]),
  {
    name: 'nothing-found',
    window: 'candidates',
    async act(page) {
      await press(page, '/');
      await page.keyboard.type('zzzz');
    },
    leave: (page) => page.getByRole('button', { name: 'Retirer tous les filtres' }).click(),
  },
];

/** Windows that a person without the right to decide, or without a network, looks at. */
export const STANDING_WINDOWS = ['missions', 'candidates', 'map', 'board'] as const satisfies readonly WindowKind[];
