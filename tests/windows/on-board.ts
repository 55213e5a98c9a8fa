/** Opens the board on an invented region, and finds its way about it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { firstCard } from './board-pictures.ts';
import type { DeskScenario } from './double/desk-scenario.ts';
import { scenarioOf } from './double/desk-scenario.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const SIZE = { width: 1280, height: 800 };
export const SLOW = { timeout: 90_000 };
/** How long a window may take on a machine that others use too. */
export const SOON = { timeout: 20_000 };

export type OnBoard = (
  use: (page: Page, scenario: DeskScenario) => Promise<void>,
  patch?: Parameters<typeof scenarioOf>[1],
) => Promise<void>;

/** Starts a browser for the tests of a file; each opens its own board, and shows that nothing broke meanwhile. */
export function boardsForTests(): OnBoard {
  const held: { bench: WindowBench | null } = { bench: null };
  beforeAll(async () => {
    held.bench = await startWindowBench();
  }, 120_000);
  afterAll(() => held.bench?.stop());
  return async (use, patch = {}) => {
    if (held.bench === null) throw new Error('the browser did not start');
    const scenario = scenarioOf('board', { missions: 400, ...patch });
    const opened = await held.bench.open(scenario, SIZE);
    try {
      await opened.page.locator('[data-card]').first().waitFor();
      await use(opened.page, scenario);
      expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
    } finally {
      await opened.close();
    }
  };
}

export const headOf = (page: Page, lane: string) => page.locator(`[data-lane-head="${lane}"]`);
export const cardNamed = (page: Page, id: string) => page.locator(`[data-card="${id}"]`);
export const laneOfCard = (page: Page, id: string) => cardNamed(page, id).getAttribute('data-card-lane');
export const foot = (page: Page) => page.locator('.bd-foot');
/** The last thing told to screen readers. */
export const said = (page: Page) => page.locator('[aria-live="assertive"]').innerText();
export const idOfFirst = async (page: Page, lane: string) =>
  (await firstCard(page, lane).getAttribute('data-card')) ?? '';

/** How many missions the lane's head says. */
export async function countIn(page: Page, lane: string): Promise<number> {
  const words = (await headOf(page, lane).innerText()).replaceAll(/\s(?=\d)/g, '');
  return Number(/(\d+) missions?/.exec(words)?.[1]);
}
