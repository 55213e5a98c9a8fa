import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import { faultsOfPicture } from './faults-of-picture.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES_ACCOUNTS } from './pictures-accounts.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SLOW = { timeout: 60_000 };
const WORKBOOK = { name: 'annexe-2.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

async function inWindow(scenario: DeskScenario, use: (page: Page) => Promise<void>): Promise<void> {
  if (held.bench === null) throw new Error('the browser did not start');
  const opened = await held.bench.open({ ...scenario, missions: 10, candidates: 10 }, { width: 1280, height: 800 });
  try {
    await opened.page.locator('h1').waitFor();
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

const rows = (page: Page) => page.locator('tr[data-row]');
const dialog = (page: Page) => page.getByRole('dialog');
const as = (role: string) => ({ ...CALM_SYNC, person: { id: 'r-9', name: 'Personne Fictive', role, agency: null } });
async function choose(page: Page, file: typeof WORKBOOK): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  await (await choosing).setFiles(file);
}

describe('requests', () => {
  it('F33 shows what waits, the oldest first, and says how many are late', SLOW, async () => {
    await inWindow(scenarioOf('accounts'), async (page) => {
      await page.getByText('16 demandes attendent depuis plus de 24 heures').waitFor();
      expect(await rows(page).first().innerText()).toContain('en retard');
      expect(await rows(page).count()).toBe(20);
    });
  });

  it('F33 F113 D2 validates by key, singly and in bulk, after a preview', SLOW, async () => {
    await inWindow(scenarioOf('accounts'), async (page) => {
      await rows(page).filter({ hasText: 'À VALIDER' }).first().focus();
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press(' ');
      await page.getByText('2 demandes choisies').waitFor();
      await page.keyboard.press('v');
      await dialog(page).getByRole('button', { name: 'Confirmer pour 2' }).click();
      await page.getByText('2 décisions enregistrées.').waitFor();
    });
  });

  it('F24 puts a duplicate beside the first request, and asks what becomes of it', SLOW, async () => {
    await inWindow(scenarioOf('accounts'), async (page) => {
      await rows(page).filter({ hasText: 'DOUBLON' }).first().click();
      const panel = page.getByRole('complementary');
      await panel.getByRole('heading', { name: 'Même courriel' }).waitFor();
      await panel.getByRole('rowheader', { name: 'N° FINESS' }).waitFor();
      await page.keyboard.press('d');
      await dialog(page).getByLabel('L’écarter : ses missions ne sont pas publiées').check();
      await dialog(page).getByText('Le demandeur lit ce motif dans son courriel.').waitFor();
      await dialog(page).getByLabel('Motif').fill('Déjà traitée');
      await dialog(page).getByRole('button', { name: 'Confirmer pour 1' }).click();
      await page.getByText('1 décision enregistrée.').waitFor();
    });
  });

  it('asks a reason for a refusal', SLOW, async () => {
    await inWindow(scenarioOf('accounts'), async (page) => {
      await rows(page).first().click();
      await page.keyboard.press('r');
      await dialog(page).getByText('Complétez les champs pour voir ce qui va changer.').waitFor();
      await dialog(page).getByLabel('Motif').fill('Établissement inconnu');
      await dialog(page).getByRole('button', { name: 'Confirmer pour 1' }).and(page.locator(':enabled')).waitFor();
    });
  });

  it('lets an auditor read and decide nothing; an administrator sees no names at all', SLOW, async () => {
    await inWindow(scenarioOf('accounts', { sync: as('auditor') }), async (page) => {
      await rows(page).first().click();
      await page.getByText('Votre habilitation permet de lire, pas de décider.').waitFor();
      expect(await page.getByRole('toolbar').count()).toBe(0);
      await page.keyboard.press('v');
      expect(await dialog(page).count()).toBe(0);
    });
    await inWindow(scenarioOf('accounts', { sync: as('administrator') }), async (page) => {
      await page
        .getByRole('heading', { name: 'Votre habilitation ne comprend pas cette vue.' })
        .or(page.locator('h1'))
        .first()
        .waitFor();
      expect(await rows(page).count()).toBe(0);
    });
  });
});

describe('import', () => {
  const onImport = scenarioOf('accounts', { state: '{"tab":"import"}' });

  it('F42 F116 reads a chosen file, reports line by line, and sends what is valid', SLOW, async () => {
    await inWindow(onImport, async (page) => {
      await choose(page, WORKBOOK);
      await page.getByText('26 valides, 1 déjà connue, 3 à corriger.').waitFor();
      await page.getByRole('button', { name: 'Envoyer 26 lignes valides' }).click();
      await dialog(page).getByRole('button', { name: 'Confirmer pour 26' }).click();
      await page.getByText('26 décisions enregistrées.').waitFor();
    });
  });

  it('shows each fault beside its cell, and judges the line again once it is mended', SLOW, async () => {
    await inWindow(onImport, async (page) => {
      await choose(page, WORKBOOK);
      await rows(page).filter({ hasText: 'Finess géographique' }).first().click();
      const panel = page.getByRole('complementary');
      const cell = panel.getByLabel('Finess géographique');
      await cell.and(page.locator('[aria-invalid="true"]')).waitFor();
      await cell.fill('549900074');
      await page.keyboard.press('Enter');
      await page.getByText('27 valides, 1 déjà connue, 2 à corriger.').waitFor();
    });
  });

  it('S24 says why a file is not read, and that nothing was kept', SLOW, async () => {
    await inWindow(onImport, async (page) => {
      await choose(page, { ...WORKBOOK, name: 'notes.txt' });
      const alert = page.getByRole('alert');
      await alert.getByText('Ce fichier n’est pas un classeur .xlsx lisible.').waitFor();
      await alert.getByText('Rien n’a été gardé ni envoyé').waitFor();
    });
  });

  it('takes a file that is dropped', SLOW, async () => {
    await inWindow(onImport, async (page) => {
      const data = await page.evaluateHandle(`(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['x'], 'annexe-2.xlsx'));
        return transfer;
      })()`);
      await page.locator('.dk-drop').dispatchEvent('drop', { dataTransfer: data });
      await page.getByText('annexe-2.xlsx · 30 lignes').waitFor();
    });
  });
});

describe('axe, contrast on, finds nothing; the page breaks no policy and writes no error', () => {
  for (const picture of PICTURES_ACCOUNTS.filter(({ size }) => size.width === 1280))
    it(picture.name, SLOW, async () => {
      if (held.bench === null) throw new Error('the browser did not start');
      expect(await faultsOfPicture(held.bench, picture, picture.dark ?? false)).toEqual([]);
    });
});
