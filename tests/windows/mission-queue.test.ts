import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { OpenedWindow, WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SIZE = { width: 1280, height: 800 };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

/** Opens the queue on an invented region, lets the test use it, and shows that nothing broke meanwhile. */
async function onQueue(
  use: (page: Page) => Promise<void>,
  patch: Parameters<typeof scenarioOf>[1] = {},
): Promise<void> {
  const opened: OpenedWindow = await (held.bench as WindowBench).open(
    scenarioOf('missions', { missions: 300, ...patch }),
    SIZE,
  );
  try {
    await opened.page.locator('tr[data-row]').first().waitFor();
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

const chosenRows = (page: Page) => page.locator('tr[data-chosen="true"]').count();

describe('the mission queue, by keyboard and in bulk', () => {
  it('prioritises 300 missions at once: names those it cannot, asks why, commits, undoes', {
    timeout: 90_000,
  }, async () => {
    await onQueue(async (page) => {
      await page.locator('tr[data-row]').first().focus();
      await page.keyboard.press('Control+a');
      await page.getByText('300 missions choisies').waitFor();
      await page.keyboard.press('1');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/impossibles?$/).waitFor();
      await dialog.getByText('Cette mission est clôturée : rouvrez-la d’abord.').first().waitFor();
      const confirm = dialog.getByRole('button', { name: /^Confirmer pour/ });
      await confirm.click();
      await dialog.getByText('1 champ à compléter ou à corriger').waitFor();
      await dialog.getByLabel('Motif').fill('Fermetures annoncées cette nuit');
      const promised = Number(/\d+/.exec(await confirm.innerText())?.[0]);
      await confirm.click();
      await page.getByText(`${promised} décisions enregistrées.`).waitFor();
      expect(await page.locator('tbody .dk-pill', { hasText: 'P1 · vitale' }).count()).toBe(100);
      await page.keyboard.press('z');
      await page.getByText(`${promised} décisions annulées.`).waitFor();
      await page.locator('tbody .dk-pill', { hasText: 'P2 · urgente' }).first().waitFor();
    });
  });

  it('F104 proposes the best people to the chosen missions by one key, and takes it back', {
    timeout: 60_000,
  }, async () => {
    await onQueue(async (page) => {
      await page.locator('tr[data-row]').first().focus();
      await page.keyboard.press(' ');
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByText('2 missions choisies').waitFor();
      await page.keyboard.press('b');
      const dialog = page.getByRole('dialog', { name: /^Proposer les meilleurs candidats/ });
      await dialog.getByText('personne n’est proposé deux fois', { exact: false }).waitFor();
      await dialog.getByRole('button', { name: 'Confirmer pour 2' }).click();
      await page.getByText('2 décisions enregistrées.').waitFor();
      await page.keyboard.press('z');
      await page.getByText('2 décisions annulées.').waitFor();
    });
  });

  it('moves with arrows, chooses with Space and Shift, and shares what is looked at', { timeout: 60_000 }, async () => {
    await onQueue(async (page) => {
      await page.locator('tr[data-row]').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('tr[data-row]').nth(1).and(page.locator('[data-looked="true"]')).waitFor();
      await page.keyboard.press(' ');
      expect(await chosenRows(page)).toBe(1);
      await page.keyboard.press('Shift+ArrowDown');
      await page.locator('tr[data-row]').nth(2).and(page.locator('[data-looked="true"]')).waitFor();
      expect(await chosenRows(page)).toBe(2);
      expect(await page.evaluate('document.activeElement.dataset.row')).toBe(
        await page.locator('tr[data-row]').nth(2).getAttribute('data-row'),
      );
    });
  });

  it('F105 filters on a column, sorts on several, and tells nothing found from nothing there', {
    timeout: 60_000,
  }, async () => {
    await onQueue(async (page) => {
      await page.getByRole('button', { name: 'Filtrer Profession' }).click();
      await page.getByRole('checkbox', { name: /^Aide-soignant \(/ }).click();
      await page.getByText(/\(filtré, 300 en tout\)/).waitFor();
      const professions = await page.locator('tbody tr td:nth-child(8)').allInnerTexts();
      expect(new Set(professions)).toEqual(new Set(['Aide-soignant']));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Trier par Nombre' }).click({ modifiers: ['Shift'] });
      await page.getByRole('button', { name: 'Trier par Nombre (tri croissant)' }).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('introuvable');
      await page.getByText('Rien ne correspond à ces filtres.').waitFor();
      await page.getByRole('button', { name: 'Retirer tous les filtres' }).click();
      await page.getByText('1 – 100 sur 300').waitFor();
    });
  });

  it('F105 F106 shows the ARS first to whoever sees the nation, and not to a region', { timeout: 60_000 }, async () => {
    const person = { id: 'n-1', name: 'Bureau Fictif', role: 'ccs-desk', agency: null };
    const titles = async (page: Page) => page.locator('.dk-head-sort').allInnerTexts();
    await onQueue(async (page) => expect(await titles(page)).not.toContain('ARS'));
    await onQueue(
      async (page) => {
        const shown = await titles(page);
        expect(shown.indexOf('ARS')).toBe(shown.indexOf('Établissement') - 1);
      },
      { sync: { ...CALM_SYNC, person } },
    );
  });

  it('asks nothing of a key pressed while writing, and closes what Escape closes', { timeout: 60_000 }, async () => {
    await onQueue(async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('1a');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });
  });
});
