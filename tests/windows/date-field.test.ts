import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf } from './double/desk-scenario.ts';
import { atTheCcs, inNationWindow, rowsOf } from './nation-windows.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SLOW = { timeout: 60_000 };
beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

const focusedDay = (page: Page) => page.evaluate('document.activeElement?.dataset.day ?? null');
const calendarOf = (page: Page, label: string) => page.getByRole('dialog', { name: `Calendrier : ${label}` });

describe('a date in any form (today: 15 March 2021)', () => {
  it(
    'F129 reads a day as it is typed, writes it out in full, and says beside it what it cannot read',
    SLOW,
    async () => {
      await inNationWindow(held.bench, scenarioOf('snapshots'), async (page) => {
        const from = page.getByLabel('Missions à partir du', { exact: true });
        for (const [typed, written] of [
          ['3/4', '03/04/2021'],
          ['3 avril', '03/04/2021'],
          ['demain', '16/03/2021'],
          ['03042021', '03/04/2021'],
        ] as const) {
          await from.fill(typed);
          await from.press('Tab');
          expect(await from.inputValue()).toBe(written);
        }
        await from.fill('31/04/2021');
        await from.press('Tab');
        await page.getByText('Cette date n’existe pas').waitFor();
        expect(await from.getAttribute('aria-invalid')).toBe('true');
        expect(await from.inputValue()).toBe('31/04/2021');
        await from.fill('30/04/2021');
        await expect.poll(() => page.getByText('Cette date n’existe pas').count()).toBe(0);
        await page.getByRole('button', { name: 'Effacer la date' }).click();
        expect(await from.inputValue()).toBe('');
      });
    },
  );

  it(
    'chooses a day in the calendar without the mouse, in French, Monday first; Escape closes it alone',
    SLOW,
    async () => {
      await inNationWindow(held.bench, atTheCcs('openings'), async (page) => {
        await rowsOf(page).filter({ hasText: 'EN PAUSE' }).click();
        await page.keyboard.press('a');
        const last = page.getByLabel('Dernier jour', { exact: true });
        await last.fill('29/03/2021');
        await last.press('ArrowDown');
        const calendar = calendarOf(page, 'Dernier jour');
        await calendar.waitFor();
        await expect.poll(() => focusedDay(page)).toBe('2021-03-29');
        expect(await calendar.locator('th').allInnerTexts()).toEqual(['Lu', 'Ma', 'Me', 'Je', 'Ve', 'Sa', 'Di']);
        await calendar.getByRole('button', { name: 'mars 2021', exact: true }).waitFor();
        for (const [key, day] of [
          ['ArrowRight', '2021-03-30'],
          ['ArrowDown', '2021-04-06'],
          ['PageDown', '2021-05-06'],
          ['Home', '2021-05-03'],
          ['ArrowUp', '2021-04-26'],
        ] as const) {
          await page.keyboard.press(key);
          expect(await focusedDay(page)).toBe(day);
        }
        await page.keyboard.press('Escape');
        await calendar.waitFor({ state: 'hidden' });
        expect(await last.inputValue()).toBe('29/03/2021');
        await page.getByRole('dialog', { name: /^Ajuster l’ouverture/ }).waitFor();
        await last.press('ArrowDown');
        await expect.poll(() => focusedDay(page)).toBe('2021-03-29');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        expect(await last.inputValue()).toBe('05/04/2021');
        await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('INPUT');
      });
    },
  );

  it('filters a column of dates by days that are typed or chosen, its box still open', SLOW, async () => {
    await inNationWindow(held.bench, scenarioOf('missions', { missions: 200 }), async (page) => {
      await page.getByRole('button', { name: 'Filtrer Date de début', exact: true }).click();
      const from = page.getByLabel('À partir de', { exact: true });
      await from.fill('15/3');
      await from.press('Tab');
      expect(await from.inputValue()).toBe('15/03/2021');
      await page.getByText('Retirer 1 filtre').waitFor();
      const to = page.getByLabel('Jusqu’à', { exact: true });
      await to.press('ArrowDown');
      await calendarOf(page, 'Jusqu’à').locator('[data-day="2021-03-19"]').click();
      expect(await to.inputValue()).toBe('19/03/2021');
      expect(await from.inputValue()).toBe('15/03/2021');
    });
  });
});
