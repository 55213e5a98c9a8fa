import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DeskScenario } from './double/desk-scenario.ts';
import { scenarioOf } from './double/desk-scenario.ts';
import type { WindowBench } from './open-window.ts';
import { CCS_SYNC } from './pictures-of-nation.ts';

const SIZE = { width: 1280, height: 800 };

/** A scenario of the lead of the CCS. */
export const atTheCcs = (window: string, patch: Partial<DeskScenario> = {}): DeskScenario =>
  scenarioOf(window, { sync: CCS_SYNC, missions: 120, ...patch });

/** Opens a window, lets the test use it, and shows that nothing broke meanwhile. */
export async function inNationWindow(
  bench: WindowBench | null,
  scenario: DeskScenario,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  if (bench === null) throw new Error('the browser did not start');
  const opened = await bench.open(scenario, SIZE);
  try {
    await opened.page.locator('h1').first().waitFor();
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

export const rowsOf = (page: Page) => page.locator('tr[data-row]');
export const confirmIn = (page: Page) => page.getByRole('dialog').getByRole('button', { name: /^Confirmer pour/ });
