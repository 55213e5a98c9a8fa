import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Desk } from '../support/desk-world.ts';

/** How long a person would wait for the desk on a machine that others use too. */
export const SOON = { timeout: 25_000, interval: 100 } as const;

/** Looks at that mission and gives it a priority by its key, through the preview. @param digit '1' to '4' */
export async function prioritise(page: Page, missionId: string, digit: string): Promise<void> {
  await page.locator(`[data-row="${missionId}"]`).click();
  await expect.poll(() => page.locator(`[data-row="${missionId}"]`).getAttribute('data-looked'), SOON).toBe('true');
  await page.keyboard.press(`Digit${digit}`);
  await page.getByRole('button', { name: 'Confirmer pour 1', exact: true }).click({ timeout: SOON.timeout });
  await expect.poll(() => page.getByRole('dialog').count(), SOON).toBe(0);
}

/** What waits, conflicts and is refused on that desk, as its status bars tell. */
export async function outboxCounts(desk: Desk): Promise<{ waiting: number; conflicts: number; refused: number }> {
  const { waiting, conflicts, refused } = await desk.app.room.client.sync.state();
  return { waiting, conflicts, refused };
}

/** The states of everything that this desk decided, newest first. */
export async function decidedStates(desk: Desk): Promise<readonly string[]> {
  const { lines } = await desk.app.room.client.outbox.list({ only: 'all', offset: 0, limit: 200 });
  return lines.map(({ state }) => state);
}
