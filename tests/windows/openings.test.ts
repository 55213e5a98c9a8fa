import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import { atTheCcs, confirmIn, inNationWindow, rowsOf } from './nation-windows.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SLOW = { timeout: 60_000 };
beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

const simulate = { agency: 6, missions: ['m-1', 'm-2'], professions: ['infirmier-diplome-etat'] };
const simulating = atTheCcs('openings', { state: JSON.stringify({ simulate }) });

describe('openings', () => {
  it('D6 compares variants side by side, and forgets a result as soon as its terms change', SLOW, async () => {
    await inNationWindow(held.bench, simulating, async (page) => {
      await page.getByRole('button', { name: 'Ajouter une variante' }).click();
      const second = page.getByRole('group', { name: 'Variante B' });
      await second.getByLabel('Plafond').fill('25');
      await page.getByRole('button', { name: 'Simuler', exact: true }).click();
      const compared = page.getByRole('table', { name: 'Comparaison des variantes' });
      await compared.waitFor();
      expect(await compared.getByRole('columnheader').allInnerTexts()).toEqual(['Mesure', 'Variante A', 'Variante B']);
      expect(await page.getByText('Modifiée depuis la simulation').count()).toBe(0);
      await page
        .getByRole('region', { name: 'Variante A' })
        .getByRole('button', { name: /^Prendre ce plafond/ })
        .click();
      await page.getByText('Modifiée depuis la simulation').waitFor();
      expect(await compared.getByRole('columnheader').allInnerTexts()).toEqual(['Mesure', 'Variante B']);
    });
  });

  it('D6 says what a variant lacks beside it, and finds it again after Escape', SLOW, async () => {
    await inNationWindow(held.bench, simulating, async (page) => {
      const ceiling = page.getByRole('textbox', { name: 'Plafond', exact: true });
      await ceiling.fill('');
      await ceiling.press('Enter');
      await page.getByText('1 champ à compléter ou à corriger').waitFor();
      expect(await ceiling.getAttribute('aria-invalid')).toBe('true');
      await ceiling.fill('37');
      await expect.poll(() => page.getByText('champ à compléter').count()).toBe(0);
      await ceiling.press('Escape');
      await page.getByRole('button', { name: 'Simuler une ouverture' }).first().click();
      await expect.poll(() => ceiling.inputValue()).toBe('37');
      await page.getByRole('button', { name: 'Repartir de zéro' }).click();
      await expect.poll(() => ceiling.inputValue()).toBe('10');
    });
  });

  it('F108 opens the very terms that are on screen, with a reason, after a preview', SLOW, async () => {
    await inNationWindow(held.bench, simulating, async (page) => {
      await page.getByRole('button', { name: 'Ouvrir… (Variante A)' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Complétez les champs').waitFor();
      await dialog.getByRole('textbox', { name: 'Motif' }).fill('Vague dans le Grand-Est');
      await confirmIn(page).click();
      await page.getByText('1 décision enregistrée.').waitFor();
    });
  });

  it('the CCS adjusts what is open and sees what waits for it', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('openings'), async (page) => {
      await page.getByText('1 ouverture attend votre réponse').waitFor();
      await rowsOf(page).filter({ hasText: 'EN PAUSE' }).click();
      await page.keyboard.press('a');
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByLabel('Plafond (personnes)').inputValue()).toBe('10');
      await dialog.getByLabel('Plafond (personnes)').fill('14');
      await dialog.getByRole('textbox', { name: 'Motif' }).fill('Besoin accru');
      await confirmIn(page).waitFor();
    });
  });

  it('a lender’s lead agrees and objects; a regulator only reads', SLOW, async () => {
    await inNationWindow(held.bench, scenarioOf('openings'), async (page) => {
      await rowsOf(page).filter({ hasText: 'Accord à donner' }).click();
      await page.getByRole('button', { name: 'Donner l’accord' }).and(page.locator(':enabled')).waitFor();
      expect(await page.getByRole('button', { name: 'Simuler une ouverture' }).count()).toBe(0);
    });
    const regulator = {
      ...CALM_SYNC,
      person: { id: 'r-2', name: 'Régulateur Fictif', role: 'ars-regulator', agency: 6 },
    };
    await inNationWindow(held.bench, scenarioOf('openings', { sync: regulator }), async (page) => {
      await rowsOf(page).first().waitFor();
      expect(await page.getByRole('button', { name: 'Donner l’accord' }).count()).toBe(0);
    });
  });
});
