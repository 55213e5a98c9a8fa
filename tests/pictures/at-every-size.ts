/** A window at a laptop's size and on a wall, light and dark: four pictures. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { SheetPicture } from './contact-sheet.ts';

export const LAPTOP = { width: 1280, height: 800 } as const;
const SIZES = [LAPTOP, { width: 2560, height: 1440 }] as const;
const THEMES = ['light', 'dark'] as const;
const SETTLE_MS = 1_500;
const MAP_MS = 60_000;

/** Back to what the guide shows. */
export async function restore(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize(LAPTOP);
}

/** Waits until what was asked for is drawn; a map says it of itself. */
export async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  const map = page.locator('.map-holder');
  if ((await map.count()) === 0) return;
  await page.locator('.map-holder[data-settled="true"]').waitFor({ timeout: MAP_MS });
}

export interface Sitter {
  /** Of its files: `name-1280-light.png`. */
  readonly name: string;
  readonly title: string;
  /** What is done again at each size, before the picture. */
  readonly frame?: (page: Page) => Promise<void>;
}

/** @param folder where each picture is also kept alone */
export async function atEverySize(page: Page, folder: string, sitter: Sitter): Promise<SheetPicture[]> {
  const { name, title, frame } = sitter;
  const pictures: SheetPicture[] = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await settle(page);
      if (frame !== undefined) {
        await frame(page);
        await settle(page);
      }
      const file = `${name}-${size.width}-${theme}.png`;
      await writeFile(join(folder, file), await page.screenshot());
      pictures.push({ title: `${title} — ${size.width} × ${size.height}, ${theme}`, file });
    }
  }
  await restore(page);
  return pictures;
}
