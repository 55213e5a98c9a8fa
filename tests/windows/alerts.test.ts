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

describe('the inbox of alerts', () => {
  it('F107 shows what waits, oldest first, with the ladder and the talk of the one looked at', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('alerts'), async (page) => {
      await rowsOf(page).nth(3).waitFor();
      const states = await rowsOf(page).locator('td:nth-child(2)').allInnerTexts();
      expect(states.filter((state) => state === 'DÉCLINÉE' || state === 'LEVÉE')).toEqual([]);
      const panel = page.getByRole('complementary', { name: 'Détail de l’alerte' });
      await panel.getByText('Nous regardons la Bretagne').waitFor();
      await panel.getByText('41 personnes restent à solliciter').waitFor();
      await panel.getByText('Ses membres ne sont pas listés').waitFor();
    });
  });

  it('F107 takes several by one key, after a preview', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('alerts'), async (page) => {
      const raised = rowsOf(page).filter({ hasText: 'POSÉE' });
      await raised.first().focus();
      await page.keyboard.press(' ');
      await raised.nth(1).focus();
      await page.keyboard.press(' ');
      await page.getByText('2 alertes choisies').waitFor();
      await page.keyboard.press('t');
      await confirmIn(page).click();
      await page.getByText('2 décisions enregistrées.').waitFor();
    });
  });

  it('declines only with words, and only what was taken', SLOW, async () => {
    await inNationWindow(held.bench, atTheCcs('alerts'), async (page) => {
      await rowsOf(page).filter({ hasText: 'POSÉE' }).first().click();
      const decline = page.getByRole('button', { name: 'Décliner', exact: true });
      await decline.and(page.locator(':disabled')).waitFor();
      await rowsOf(page).filter({ hasText: 'PRISE' }).first().click();
      await decline.and(page.locator(':enabled')).click();
      await page
        .getByRole('dialog', { name: /^Décliner l’alerte/ })
        .getByLabel('Pourquoi le CCS décline')
        .waitFor();
    });
  });

  it('a region reads the answers, writes and lifts, and answers nothing itself', SLOW, async () => {
    await inNationWindow(held.bench, scenarioOf('alerts', { missions: 120 }), async (page) => {
      await rowsOf(page).first().click();
      expect(await page.getByRole('toolbar').getByRole('button').allInnerTexts()).toEqual(
        expect.arrayContaining(['Lever', 'Écrire']),
      );
      expect(await page.getByRole('button', { name: 'Prendre', exact: true }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Simuler une ouverture' }).count()).toBe(0);
      await page.keyboard.press('e');
      await page.getByRole('dialog').getByLabel('Message').fill('La nuit de dimanche manque aussi');
      await confirmIn(page).waitFor();
    });
  });
});
