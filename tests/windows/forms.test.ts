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

describe('the form of a decision', () => {
  it(
    'marks what must be filled in, says it beside the field and in one place, and leads to the first',
    SLOW,
    async () => {
      await inNationWindow(held.bench, atTheCcs('openings'), async (page) => {
        await rowsOf(page).filter({ hasText: 'EN PAUSE' }).click();
        await page.keyboard.press('a');
        const dialog = page.getByRole('dialog');
        const [ceiling, reason] = [dialog.getByLabel('Plafond (personnes)'), dialog.getByLabel('Motif')];
        expect(await reason.getAttribute('required')).not.toBeNull();
        await ceiling.fill('douze');
        expect(await page.getByText('champs à compléter').count()).toBe(0);
        await ceiling.press('Enter');
        await dialog.getByText('2 champs à compléter ou à corriger').waitFor();
        expect(await dialog.getByText('Un nombre entier, 1 au moins.').count()).toBe(2);
        expect(await ceiling.getAttribute('aria-invalid')).toBe('true');
        expect(await ceiling.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
        await ceiling.fill('12');
        await dialog.getByText('1 champ à compléter ou à corriger').waitFor();
        await dialog.getByRole('button', { name: 'Motif', exact: true }).click();
        expect(await reason.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
        await reason.fill('Besoin accru');
        await confirmIn(page).and(page.locator(':enabled')).waitFor();
        await reason.press('Enter');
        await page.getByText('1 décision enregistrée.').waitFor();
      });
    },
  );

  it('Escape closes it and keeps what was typed for that row alone; decided, it is forgotten', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('alerts'), async (page) => {
      const taken = rowsOf(page).filter({ hasText: 'PRISE' });
      const answer = page.getByLabel('Réponse à l’ARS');
      await taken.first().click();
      await page.keyboard.press('r');
      await answer.fill('Deux infirmiers partent ce soir.');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await taken.nth(1).click();
      await page.keyboard.press('r');
      await expect.poll(() => answer.inputValue()).toBe('');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await taken.first().click();
      await page.keyboard.press('r');
      await page.getByText('Votre saisie précédente a été reprise.').waitFor();
      expect(await answer.inputValue()).toBe('Deux infirmiers partent ce soir.');
      await page.getByRole('button', { name: 'Repartir de zéro' }).click();
      expect(await answer.inputValue()).toBe('');
      await answer.fill('Trois infirmiers partent ce soir.');
      await page.getByText('Ce qui va suivre').or(page.getByText('1 changera')).first().waitFor();
      await answer.press('Control+Enter');
      await page.getByText('1 décision enregistrée.').waitFor();
    });
  });

  it('F107 says what is done to the alert, and asks no words of who takes it', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('alerts'), async (page) => {
      await rowsOf(page).filter({ hasText: 'POSÉE' }).first().click();
      await page.keyboard.press('t');
      const dialog = page.getByRole('dialog', { name: /^Prendre l’alerte en charge/ });
      await confirmIn(page).and(page.locator(':enabled')).waitFor();
      expect(await dialog.getByRole('textbox').count()).toBe(0);
    });
  });

  it('never sends a date that is no date', SLOW, async () => {
    await inNationWindow(held.bench, scenarioOf('missions', { missions: 120 }), async (page) => {
      await rowsOf(page).first().click();
      await page.keyboard.press('d');
      const day = page.getByRole('dialog').getByLabel('Jusqu’au');
      await day.fill('31/04/2021');
      await day.press('Enter');
      await page.getByText('Cette date n’existe pas').waitFor();
      expect(await page.getByRole('dialog').count()).toBe(1);
      await day.fill('30 avril');
      await day.press('Enter');
      await expect.poll(() => day.inputValue()).toBe('30/04/2021');
      await confirmIn(page).and(page.locator(':enabled')).waitFor();
    });
  });
});
