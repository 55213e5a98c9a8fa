import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf } from './double/desk-scenario.ts';
import { atTheCcs, inNationWindow } from './nation-windows.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SLOW = { timeout: 60_000 };
beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

describe('the balance of needs and resources', () => {
  it('D6 goes from cell to cell by the arrows; the detail, the weeks and the map follow', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('balance'), async (page) => {
      const cells = page.getByRole('table', { name: 'Tension par profession et par lieu' }).getByRole('button');
      await cells.first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const chosen = page.locator('.dk-heat-cell[aria-pressed="true"]');
      await expect.poll(() => chosen.getAttribute('data-cell')).toBe('1 1');
      expect(await chosen.getAttribute('tabindex')).toBe('0');
      const detail = page.getByRole('region', { name: 'Cellule choisie' });
      await expect.poll(() => detail.innerText()).toContain('ARS Auvergne-Rhône-Alpes');
      await page.getByRole('table', { name: 'Semaines à venir, en chiffres' }).waitFor();
      expect(await page.locator('.dk-region[data-selected="true"]').count()).toBe(1);
    });
  });

  it('never tells by the colour alone: each cell says its figure, its level and its counts', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('balance'), async (page) => {
      await page.locator('.dk-heat-cell').nth(30).waitFor();
      const names = await page.locator('.dk-heat-cell').evaluateAll((cells) => cells.map((cell) => cell.ariaLabel));
      expect(names.length).toBeGreaterThan(100);
      const level = /Aucun besoin|Couvert|Équilibré|Tendu|Critique/;
      expect(names.filter((name) => name === null || !level.test(name) || !/libre/.test(name))).toEqual([]);
    });
  });

  it('a region counts by département, without a map of regions; what moved leads to its cell', SLOW, async () => {
    await inNationWindow(held.bench, scenarioOf('balance'), async (page) => {
      await page.getByRole('columnheader', { name: '54', exact: true }).waitFor();
      expect(await page.getByRole('img', { name: 'Tension par région' }).count()).toBe(0);
      const moves = page.getByRole('region', { name: 'Depuis la veille' });
      await moves.getByRole('button').first().click();
      await expect
        .poll(() => page.locator('.dk-heat-cell[aria-pressed="true"]').getAttribute('aria-label'), { timeout: 10_000 })
        .toContain('Moselle');
    });
  });

  it('says why there is nothing, when there is nothing', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('balance', { full: false }), async (page) => {
      await page.getByText('Aucun besoin ni aucune personne libre sur cette période.').waitFor();
    });
  });
});
