import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SLOW = { timeout: 60_000 };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

async function exporting(scenario: DeskScenario, use: (page: Page) => Promise<void>): Promise<void> {
  if (held.bench === null) throw new Error('the browser did not start');
  const opened = await held.bench.open({ ...scenario, missions: 300, candidates: 250 }, { width: 1280, height: 800 });
  try {
    await opened.page.locator('tr[data-row]').first().waitFor();
    await opened.page.getByRole('button', { name: 'Exporter…' }).click();
    await opened.page.getByRole('dialog').getByText('Exporter ce que montre le tableau').waitFor();
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

const go = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

describe('exporting what a table shows', () => {
  it('writes every row that the filters find, not the page, where the person says', SLOW, async () => {
    await exporting(scenarioOf('missions'), async (page) => {
      await page.getByText(/^300 lignes : tout ce que trouvent vos filtres/).waitFor();
      await page.getByLabel('Classeur Excel (XLSX)').check();
      await go(page, 'Exporter').click();
      await page.getByText('Enregistré : Missions.xlsx, 300 lignes, 84 ko.').waitFor();
    });
  });

  it('leaves out what names people, unless a person takes it upon themselves', SLOW, async () => {
    await exporting(scenarioOf('candidates'), async (page) => {
      await page.getByLabel('Sans ce qui nomme les personnes (Nom, Prénom, Identifiant, Numéro)').waitFor();
      await page.getByLabel('Avec ce qui nomme les personnes').check();
      expect(await go(page, 'Exporter').isDisabled()).toBe(true);
      await page.getByLabel(/^Ces données nominatives quittent le poste/).check();
      await go(page, 'Exporter').click();
      await page.getByText(/^Enregistré : .*250 lignes/).waitFor();
    });
  });

  it('an auditor takes no name away', SLOW, async () => {
    const person = { id: 'r-3', name: 'Auditrice Fictive', role: 'auditor', agency: 6 };
    await exporting(scenarioOf('candidates', { sync: { ...CALM_SYNC, person } }), async (page) => {
      await page.getByText('Votre habilitation ne permet pas d’emporter des données nominatives.').waitFor();
      expect(await page.getByLabel('Avec ce qui nomme les personnes').isDisabled()).toBe(true);
    });
  });

  it('prints the rows, and nothing else of the window', SLOW, async () => {
    await exporting(scenarioOf('candidates'), async (page) => {
      await page.evaluate('window.print = () => undefined');
      await page.getByLabel('Impression').check();
      await go(page, 'Imprimer').click();
      await page.emulateMedia({ media: 'print' });
      const sheet = page.locator('.dk-print');
      await sheet.getByText(/^250 lignes/).waitFor();
      expect(await sheet.locator('tbody tr').count()).toBe(250);
      expect(await sheet.locator('th', { hasText: /^Nom$/ }).count()).toBe(0);
      expect(await page.locator('#root').isVisible()).toBe(false);
      await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
      await sheet.waitFor({ state: 'detached' });
    });
  });

  it('blocked people, crisis modes and decisions leave the same way', SLOW, async () => {
    for (const window of ['blocked', 'crisis', 'outbox'])
      await exporting(scenarioOf(window), async (page) => {
        await go(page, 'Exporter').click();
        await page.getByText(/^Enregistré : /).waitFor();
      });
  });
});
