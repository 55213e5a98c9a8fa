/** The part of the contact sheet that shows windows out of their ordinary state, light and dark. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { WINDOW_TITLES } from '../../src-main/windows/window-kinds.ts';
import { LAPTOP, restore, settle } from './at-every-size.ts';
import type { SheetPicture } from './contact-sheet.ts';
import type { RunningDesk } from './running-desk.ts';
import type { StateScene } from './state-scenes.ts';
import { STANDING_WINDOWS, STATE_SCENES } from './state-scenes.ts';

const MAGNIFIED = { width: LAPTOP.width / 2, height: LAPTOP.height / 2 } as const;
/** Other windows hear of a filter that goes. */
const LEAVE_MS = 500;
const THEMES = ['light', 'dark'] as const;

async function pictureOf(page: Page, folder: string, name: string, title: string): Promise<SheetPicture> {
  await settle(page);
  const file = `${name}.png`;
  await writeFile(join(folder, file), await page.screenshot());
  return { title, file };
}

async function sceneIn(desk: RunningDesk, scene: StateScene, theme: (typeof THEMES)[number], folder: string) {
  const page = await desk.open(scene.window);
  await page.emulateMedia({
    colorScheme: theme,
    forcedColors: scene.seen === 'forced-colors' ? 'active' : 'none',
  });
  await page.setViewportSize(scene.seen === 'magnified' ? MAGNIFIED : LAPTOP);
  await settle(page);
  await scene.act(page);
  const title = `${WINDOW_TITLES[scene.window]} : ${scene.name}, ${theme}`;
  const picture = await pictureOf(page, folder, `state-${scene.window}-${scene.name}-${theme}`, title);
  await scene.leave?.(page);
  await page.waitForTimeout(LEAVE_MS);
  // What it chose goes with its window.
  await page.keyboard.press('Escape');
  await page.close();
  return picture;
}

/** @param say told each scene, and why one could not be played: the others keep their pictures */
export async function sheetOfStates(
  desk: RunningDesk,
  folder: string,
  say: (line: string) => void,
): Promise<SheetPicture[]> {
  const pictures: SheetPicture[] = [];
  for (const scene of STATE_SCENES) {
    for (const theme of THEMES) {
      try {
        pictures.push(await sceneIn(desk, scene, theme, folder));
        say(`${scene.window} ${scene.name} ${theme}`);
      } catch (error) {
        say(
          `! ${scene.window} ${scene.name} ${theme}: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
        );
      }
    }
  }
  return pictures;
}

/** The four windows of the morning as they stand: for somebody who only reads, or with the service gone. */
export async function sheetOfStanding(desk: RunningDesk, folder: string, standing: string): Promise<SheetPicture[]> {
  const pictures: SheetPicture[] = [];
  for (const window of STANDING_WINDOWS) {
    const page = await desk.page(window);
    await restore(page);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      const title = `${WINDOW_TITLES[window]} : ${standing}, ${theme}`;
      pictures.push(await pictureOf(page, folder, `state-${window}-${standing}-${theme}`, title));
    }
    await restore(page);
  }
  return pictures;
}
