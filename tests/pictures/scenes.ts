/** What the guide's pictures show: a window, and the gestures that bring it to what its chapter tells. */
import type { Page } from 'playwright-core';
import type { WindowKind } from '../../src-main/windows/window-kinds.ts';
import { WINDOW_TITLES } from '../../src-main/windows/window-kinds.ts';

export interface Scene {
  /** File name without its extension. */
  readonly name: string;
  readonly window: WindowKind;
  act(page: Page): Promise<void>;
}

/** Data is on screen: no line that says it is loading is left. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(1_200);
}

const firstRow = (page: Page) => page.getByRole('row').nth(1);

export const SCENES: readonly Scene[] = [
  {
    name: 'file-des-missions',
    window: 'missions',
    async act(page) {
      await settled(page);
      await firstRow(page).click();
      await settled(page);
    },
  },
  {
    name: 'decision-groupee',
    window: 'missions',
    async act(page) {
      await settled(page);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('1');
      await settled(page);
    },
  },
  {
    name: 'palette',
    window: 'missions',
    async act(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await settled(page);
    },
  },
  {
    name: 'raccourcis',
    window: 'missions',
    async act(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await settled(page);
    },
  },
];

/** Every kind of window as it opens, for the contact sheet. */
export const EVERY_WINDOW = Object.keys(WINDOW_TITLES) as readonly WindowKind[];
