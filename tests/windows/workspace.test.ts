import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf } from './double/desk-scenario.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SIZE = { width: 1280, height: 800 };
const QUEUE = { missions: 60, subject: { kind: 'mission', id: 'm-3' } } as const;

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

/** Opens a window on an invented region, lets the test use it, and shows that nothing broke meanwhile. */
async function inWindow(
  window: string,
  patch: Parameters<typeof scenarioOf>[1],
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const opened = await (held.bench as WindowBench).open(scenarioOf(window, patch), SIZE);
  try {
    await opened.page.locator('tr[data-row]').first().waitFor();
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

const lookedRow = (page: Page) => page.locator('tr[data-looked="true"]').getAttribute('data-row');

describe('a window among others', () => {
  it('is pinned and follows again by one key, and says which it is', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.keyboard.press('g');
      await page.getByText(/Fenêtre épinglée/).waitFor();
      expect(await page.getByRole('button', { name: 'Épinglée' }).getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('g');
      await page.getByText(/Fenêtre épinglée/).waitFor({ state: 'detached' });
    });
  });

  it('D15 says who else has the mission open, and warns the one who decides without blocking', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.getByText(/Camille Aubépine \(ARS Grand-Est\) a aussi cette mission ouverte, depuis/).waitFor();
      await page.keyboard.press('1');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/Camille Aubépine .* travaille peut-être sur le même sujet/).waitFor();
      const confirm = dialog.getByRole('button', { name: /^Confirmer/ });
      await expect.poll(() => confirm.isEnabled()).toBe(true);
    });
  });

  it('D15 marks on each row who else has the mission open, without moving its height', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      const row = (id: string) => page.locator(`tr[data-row="${id}"]`);
      const marked = row('m-3').getByTitle('Camille Aubépine (ARS Grand-Est) a cette mission ouverte');
      await marked.waitFor();
      expect(await marked.innerText()).toMatch(/^CA\b/);
      const two = 'Camille Aubépine (ARS Grand-Est) et Noa Bleuet (CCS) ont cette mission ouverte';
      expect(await row('m-5').getByTitle(two).count()).toBe(1);
      expect(await row('m-6').getByTitle('Vous avez cette mission ouverte sur un autre poste').count()).toBe(1);
      const heights = await page
        .locator('tr[data-row]')
        .evaluateAll((rows) => [...new Set(rows.map((one) => Math.round(one.getBoundingClientRect().height)))]);
      expect(heights).toHaveLength(1);
      const free = page.locator('tr[data-row]', { hasNot: page.locator('.dk-present') });
      expect(await free.count()).toBe((await page.locator('tr[data-row]').count()) - 3);
    });
  });

  it('lists the windows, closes one and brings it back, applies and renames layouts, all by keyboard', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.keyboard.press('Control+j');
      const dialog = page.getByRole('dialog');
      const close = dialog.getByRole('button', { name: 'Fermer Missions (2)' });
      await close.focus();
      await page.keyboard.press('Enter');
      await close.waitFor({ state: 'detached' });
      await dialog.getByRole('button', { name: 'Rouvrir la dernière fermée' }).press('Enter');
      await close.waitFor();
      await dialog.getByLabel('Nom de la disposition').fill('Point de 18 h');
      await page.keyboard.press('Enter');
      await dialog.getByText('Point de 18 h').waitFor();
      await dialog.getByRole('button', { name: 'Renommer Point de 18 h' }).press('Enter');
      await dialog.getByRole('textbox', { name: 'Renommer Point de 18 h' }).fill('Point du soir');
      await dialog.getByRole('button', { name: 'Enregistrer le nom' }).press('Enter');
      await dialog.getByText('Point du soir').waitFor();
      await dialog.getByRole('button', { name: 'Supprimer Nuit' }).press('Enter');
      await dialog.getByRole('button', { name: 'Appliquer Nuit' }).waitFor({ state: 'detached' });
      await dialog.getByRole('button', { name: 'Appliquer Cellule 3 écrans' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
    });
  });

  it('counts what was told until the list was seen, and keeps quiet hours', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.getByRole('button', { name: 'Notifications (2)' }).waitFor();
      await page.keyboard.press('Control+m');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Alerte CCS répondue').waitFor();
      await dialog.getByText('reçue pendant les heures calmes').waitFor();
      await dialog.getByLabel('De', { exact: true }).selectOption('21:30');
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.getByText('Calme de 21:30 à 07:00.').waitFor();
      await dialog.getByRole('button', { name: 'Toujours notifier' }).click();
      await dialog.getByText('Aucune heure calme.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    });
  });

  it('D15 shows the hand-over and takes an entry of the log, which waits for the network', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.keyboard.press('Control+l');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/Deux alertes CCS restent sans réponse/).waitFor();
      await dialog.getByLabel('Nature', { exact: true }).selectOption('instruction');
      await dialog.getByLabel('Texte').fill('Point national avancé à 17 h.');
      await dialog.getByRole('button', { name: 'Ajouter à la main courante' }).click();
      await dialog.getByText('Point national avancé à 17 h.').waitFor();
      await dialog.getByText('en attente d’envoi').waitFor();
      expect(await dialog.getByLabel('Texte').inputValue()).toBe('');
    });
  });
});

describe('the cell’s log', () => {
  it('D15 is searched without accents, filtered, brought from further back, and keeps what is being written', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.keyboard.press('Control+l');
      const dialog = page.getByRole('dialog');
      const lines = dialog.getByRole('list', { name: 'Main courante et relève' }).getByRole('listitem');
      await expect.poll(() => lines.count()).toBe(2);
      await dialog.getByText(/^2 entrées, les plus récentes/).waitFor();
      await dialog.getByRole('button', { name: 'Montrer des entrées plus anciennes' }).press('Enter');
      await expect.poll(() => lines.count()).toBe(3);
      await dialog.getByText('3 entrées.').waitFor();
      await dialog.getByLabel('Texte').fill('En cours');
      await dialog.getByLabel('Chercher un mot, un auteur').fill('etudiants');
      await expect.poll(() => lines.count()).toBe(2);
      await dialog.getByLabel('Filtrer par auteur').selectOption('Noa Bleuet (CCS)');
      await expect.poll(() => lines.count()).toBe(1);
      await dialog.getByText('1 sur 3 entrées.').waitFor();
      await dialog.getByRole('button', { name: 'Exporter…' }).press('Enter');
      const exported = page.getByRole('dialog', { name: 'Exporter ce que montre le tableau' });
      await exported.getByText(/^1 ligne/).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => lines.count()).toBe(1);
      expect(await dialog.getByLabel('Texte').inputValue()).toBe('En cours');
      await dialog.getByLabel('Filtrer par auteur').selectOption('');
      await dialog.getByLabel('Filtrer par jour').selectOption({ label: '15 mars 2021' });
      await dialog.getByLabel('Filtrer par nature').selectOption('call');
      await dialog.getByLabel('Chercher un mot, un auteur').fill('');
      await expect.poll(() => lines.allInnerTexts()).toHaveLength(1);
      expect(await lines.first().innerText()).toContain('EHPAD Les Tilleuls');
    });
  });
});

describe('the menu of a row', () => {
  it('offers by the right button what the keys do, about the row under it', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      const row = page.locator('tr[data-row]').nth(5);
      const id = await row.getAttribute('data-row');
      await row.click({ button: 'right' });
      const menu = page.getByRole('menu');
      await menu.getByText('Confier à un régulateur').waitFor();
      await expect.poll(() => lookedRow(page)).toBe(id);
      await menu.getByRole('menuitem', { name: /Priorité P2/ }).click();
      await page.getByRole('dialog').getByText('Donner une priorité').waitFor();
    });
  });

  it('opens by Shift+F10, moves by arrows, acts by its letters once, and gives the row its focus back', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.locator('tr[data-row]').nth(2).focus();
      await page.keyboard.press('Shift+F10');
      const menu = page.getByRole('menu');
      await menu.waitFor();
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
      expect(await page.evaluate<string>('document.activeElement?.tagName')).toBe('TR');
      await page.keyboard.press('Shift+F10');
      await menu.waitFor();
      await page.keyboard.press('d');
      await page.getByRole('dialog').getByText('Différer').first().waitFor();
      expect(await page.getByRole('dialog').count()).toBe(1);
    });
  });

  it('says that it acts on the chosen rows when there are some', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.locator('tr[data-row]').first().focus();
      await page.keyboard.press('Control+a');
      await page.getByText('60 missions choisies').first().waitFor();
      await page.locator('tr[data-row]').nth(3).click({ button: 'right' });
      await page.getByRole('menu').getByText('60 missions choisies').waitFor();
    });
  });

  it('offers on people what their keys do', async () => {
    await inWindow('candidates', { candidates: 30, missionId: 'm-3' }, async (page) => {
      await page.locator('tr[data-row]').nth(1).click({ button: 'right' });
      const menu = page.getByRole('menu');
      await menu.getByRole('menuitem', { name: /Vérifier/ }).waitFor();
      await expect
        .poll(() => menu.getByRole('menuitem', { name: /Proposer à un établissement/ }).isEnabled())
        .toBe(true);
    });
  });
});

describe('the palette and the shortcuts', () => {
  it('find windows, layouts, and what this very window can do', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.keyboard.press('Control+k');
      const list = page.getByRole('listbox');
      const field = page.getByRole('dialog').getByRole('combobox');
      await page.keyboard.type('cellule');
      await list.getByRole('option', { name: /Disposition : Cellule 3 écrans/ }).waitFor();
      await field.fill('fenetre volontaires');
      await list.getByRole('option', { name: /Aller à la fenêtre : Professionnels volontaires/ }).waitFor();
      await field.fill('differer');
      await list.getByRole('option', { name: /Différer/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Différer').first().waitFor();
    });
  });

  it('put what is typed where the window searches, last among what is found or at once by Shift+Enter', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      const before = await page.locator('tr[data-row]').count();
      await page.keyboard.press('Control+k');
      const list = page.getByRole('listbox');
      await page.keyboard.type('colmar');
      const filter = list.getByRole('option', { name: 'Filtrer cette liste : « colmar »' });
      await filter.waitFor();
      expect(await list.getByRole('option').last().innerText()).toContain('Filtrer cette liste');
      await filter.click();
      await expect.poll(() => page.getByLabel('Rechercher').first().inputValue()).toBe('colmar');
      await expect.poll(() => page.locator('tr[data-row]').count()).toBeLessThan(before);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('metz');
      await page.keyboard.press('Shift+Enter');
      await expect.poll(() => page.getByLabel('Rechercher').first().inputValue()).toBe('metz');
    });
  });

  it.each(['candidates', 'board', 'map'])('put what is typed where the window %s searches', async (window) => {
    const opened = await (held.bench as WindowBench).open(scenarioOf(window, { missions: 20, candidates: 20 }), SIZE);
    try {
      const { page } = opened;
      const field = page.getByLabel('Rechercher').first();
      await field.waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('metz');
      await page.keyboard.press('Shift+Enter');
      await expect.poll(() => field.inputValue()).toBe('metz');
      expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  it('show the keys of the window that is in front, and no others', async () => {
    await inWindow('missions', QUEUE, async (page) => {
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog');
      await sheet.getByText('Confier à un régulateur').waitFor();
      expect(await sheet.getByText('Relancer l’établissement').count()).toBe(0);
    });
    await inWindow('blocked', {}, async (page) => {
      await page.keyboard.press('F1');
      const sheet = page.getByRole('dialog');
      await sheet.getByText('Relancer l’établissement').waitFor();
      expect(await sheet.getByText('Confier à un régulateur').count()).toBe(0);
    });
  });
});
