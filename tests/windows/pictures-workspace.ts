/** What the workspace draws over a window: pin, presence, lists, menus, log. */
import type { Page } from 'playwright-core';
import { scenarioOf } from './double/desk-scenario.ts';
import type { Picture } from './pictures.ts';

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };
const queue = scenarioOf('missions', { subject: { kind: 'mission', id: 'm-3' } });
const fewRows = scenarioOf('missions', { missions: 12, subject: { kind: 'mission', id: 'm-6' } });
const people = scenarioOf('candidates', { missionId: 'm-3', subject: { kind: 'mission', id: 'm-3' } });

const press = (key: string) => async (page: Page) => {
  await page.locator('tr[data-row]').first().waitFor();
  await page.keyboard.press(key);
};
const typeInPalette = async (page: Page) => {
  await press('Control+k')(page);
  await page.keyboard.type('colmar');
};
const menu = async (page: Page) => {
  await page.locator('tr[data-row]').nth(4).click({ button: 'right' });
  await page.getByRole('menu').waitFor();
};

const STATES = [
  { name: 'workspace-pinned', scenario: queue, before: press('g') },
  { name: 'workspace-present', scenario: fewRows, before: press('ArrowDown') },
  { name: 'workspace-windows', scenario: queue, before: press('Control+j') },
  { name: 'workspace-notices', scenario: queue, before: press('Control+m') },
  { name: 'workspace-log', scenario: queue, before: press('Control+l') },
  { name: 'workspace-help', scenario: queue, before: press('?') },
  { name: 'workspace-palette', scenario: queue, before: press('Control+k') },
  { name: 'workspace-palette-filter', scenario: queue, before: typeInPalette },
  { name: 'workspace-menu', scenario: queue, before: menu },
  { name: 'workspace-menu-people', scenario: people, before: menu },
  { name: 'workspace-soft-lock', scenario: queue, before: press('n') },
] as const;

/** Each at a laptop's size and on the wall, light and dark. */
export const PICTURES_WORKSPACE: readonly Picture[] = STATES.flatMap(({ name, scenario, before }) =>
  [LAPTOP, WALL].flatMap((size) =>
    [false, true].map((dark) => ({
      name: `${name}${size === WALL ? '-wall' : ''}${dark ? '-dark' : ''}`,
      scenario,
      size,
      dark,
      before,
    })),
  ),
);
