import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf } from './double/desk-scenario.ts';
import { atTheCcs, confirmIn, inNationWindow, rowsOf } from './nation-windows.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SLOW = { timeout: 60_000 };
beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

async function compute(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Calculer', exact: true }).click();
  await page.getByText('CALCULÉ', { exact: true }).waitFor();
  await rowsOf(page).first().waitFor();
}

describe('arbitration', () => {
  it('D4 computes, compares with going one by one and with today, and says why posts stay empty', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('arbitration'), async (page) => {
      await compute(page);
      const compared = page.getByRole('table', { name: 'Comparaison du plan' });
      expect(await compared.innerText()).toMatch(/Postes pourvus\s+181\s+169\s+12/);
      await page.getByText('Optimal, prouvé par ses prix').waitFor();
      await page.getByText('Aucun volontaire de cette profession').first().waitFor();
      expect(await page.getByRole('table', { name: 'Flux entre régions, en chiffres' }).innerText()).toContain(
        'ARS Bretagne',
      );
    });
  });

  it(
    'D4 gives each pair its reasons, pins another person, and asks to compute again before it decides',
    SLOW,
    async () => {
      await inNationWindow(held.bench, atTheCcs('arbitration'), async (page) => {
        await compute(page);
        await rowsOf(page).filter({ hasText: 'Proposé' }).first().click();
        const panel = page.getByRole('complementary', { name: 'Détail du poste' });
        await panel.getByText('Le plus proche de ceux qui restent libres.').waitFor();
        await panel.getByText('3 sollicitations, dont 1 ces 7 derniers jours').waitFor();
        await panel.getByRole('button', { name: 'Épingler Essai Lou ici' }).click();
        await page.getByText('MODIFIÉ', { exact: true }).waitFor();
        await page.getByRole('button', { name: 'Tout proposer' }).and(page.locator(':disabled')).waitFor();
        await page.getByRole('button', { name: 'Missions et contraintes…' }).click();
        await page.getByRole('button', { name: 'Recalculer' }).click();
        await page.getByText('CALCULÉ', { exact: true }).waitFor();
        await page.getByRole('button', { name: /Résultat$/ }).click();
        await page.getByText('178 paires gardées').waitFor();
      });
    },
  );

  it('D4 proposes the whole plan as one decision, after a preview', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('arbitration'), async (page) => {
      await compute(page);
      await page.keyboard.press('t');
      await confirmIn(page).click();
      await page.getByText(/décisions enregistrées/).waitFor();
    });
  });

  it('names the demands that cannot hold together, and computes nothing', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('arbitration'), async (page) => {
      await page.getByLabel('Garder par région et profession').fill('950');
      await page.getByRole('button', { name: 'Calculer', exact: true }).click();
      await page.getByText('Bretagne garde 950 infirmiers').waitFor();
      expect(await rowsOf(page).count()).toBe(0);
    });
  });

  it('a region arbitrates among its own: no reach beyond it, no reserve of others', SLOW, async () => {
    await inNationWindow(held.bench, scenarioOf('arbitration', { missions: 120 }), async (page) => {
      await page.getByRole('button', { name: 'Calculer', exact: true }).waitFor();
      expect(await page.getByLabel('Garder par région et profession').count()).toBe(0);
      expect(await page.getByLabel('Régions', { exact: true }).count()).toBe(0);
      await compute(page);
    });
  });
});
