import type { Page } from 'playwright-core';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { Picture } from './pictures.ts';

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };
const looked = { kind: 'mission', id: 'm-3' } as const;
const board = scenarioOf('board');
const byTerritory = scenarioOf('board', { state: '{"swimlane":"departement"}' });

/** The first card of the lane, where its focus would be. */
export const firstCard = (page: Page, lane: string) => page.locator(`[data-card-lane="${lane}"]`).first();

async function hold(page: Page, cards: number): Promise<void> {
  await firstCard(page, 'none').click();
  for (let index = 1; index < cards; index += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowLeft');
}

export const BOARD_PICTURES: readonly Picture[] = [
  { name: 'board', scenario: board, size: LAPTOP },
  // What another window looks at, far down.
  { name: 'board-looked', scenario: scenarioOf('board', { subject: looked }), size: LAPTOP },
  { name: 'board-dark', scenario: board, size: LAPTOP, dark: true },
  { name: 'board-wall', scenario: board, size: WALL },
  { name: 'board-wall-dark', scenario: byTerritory, size: WALL, dark: true },
  // What a laptop shows at 200 %.
  { name: 'board-zoomed', scenario: board, size: { width: 640, height: 400 } },
  { name: 'board-territory', scenario: byTerritory, size: LAPTOP },
  { name: 'board-held', scenario: board, size: LAPTOP, before: (page) => hold(page, 5) },
  {
    name: 'board-chosen',
    scenario: board,
    size: LAPTOP,
    before: async (page) => {
      await firstCard(page, 'none').click();
      await page.keyboard.press('Control+a');
    },
  },
  {
    name: 'board-drag',
    scenario: board,
    size: LAPTOP,
    before: async (page) => {
      await firstCard(page, 'none').hover();
      await page.mouse.down();
      await page.mouse.move(500, 400, { steps: 4 });
    },
  },
  {
    name: 'board-order',
    scenario: board,
    size: LAPTOP,
    before: async (page) => page.getByRole('button', { name: 'Proposer l’ordre' }).click(),
  },
  {
    name: 'board-order-dark',
    scenario: board,
    size: LAPTOP,
    dark: true,
    before: async (page) => page.getByRole('button', { name: 'Proposer l’ordre' }).click(),
  },
  {
    name: 'board-filter',
    scenario: scenarioOf('board', {
      state: '{"filters":[{"type":"among","column":"departement","values":["54","57","67"]}],"foldedLanes":[]}',
    }),
    size: LAPTOP,
    before: async (page) => page.getByRole('button', { name: 'Filtrer', exact: true }).click(),
  },
  { name: 'board-empty', scenario: scenarioOf('board', { missions: 0 }), size: LAPTOP },
  { name: 'board-failed', scenario: scenarioOf('board', { fails: true }), size: LAPTOP },
  { name: 'board-arriving', scenario: scenarioOf('board', { missions: 0, complete: false }), size: LAPTOP },
  {
    name: 'board-old',
    scenario: scenarioOf('board', {
      sync: { ...CALM_SYNC, connection: 'offline', lastSyncAt: '2021-03-15T07:12:00.000Z' },
    }),
    size: LAPTOP,
  },
  {
    name: 'board-read-only',
    scenario: scenarioOf('board', {
      sync: { ...CALM_SYNC, person: { id: 'r-9', name: 'Auditrice Fictive', role: 'auditor', agency: 6 } },
    }),
    size: LAPTOP,
  },
];
