import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import { faultsOfPicture } from './faults-of-picture.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES_FOLLOW_UP } from './pictures-follow-up.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SLOW = { timeout: 60_000 };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

async function inWindow(scenario: DeskScenario, use: (page: Page) => Promise<void>): Promise<void> {
  if (held.bench === null) throw new Error('the browser did not start');
  const opened = await held.bench.open({ ...scenario, missions: 10, candidates: 80 }, { width: 1280, height: 800 });
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
const list = (name: string) => scenarioOf('follow-up', { state: JSON.stringify({ list: name, days: 14 }) });

describe('volunteers to follow', () => {
  it('F76 F77 lists who is to verify with number and pieces, and verifies several by one key', SLOW, async () => {
    await inWindow(scenarioOf('follow-up'), async (page) => {
      await rows(page).first().focus();
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press(' ');
      await page.getByText('2 personnes choisies').waitFor();
      expect(await page.getByText(/Format (correct|incorrect)|Clé à contrôler|Aucun numéro/).count()).toBeGreaterThan(
        0,
      );
      await page.keyboard.press('v');
      await dialog(page).getByRole('button', { name: 'Confirmer pour 2' }).click();
      await page.getByText('2 décisions enregistrées.').waitFor();
    });
  });

  it('F79 puts somebody aside by key, through the preview', SLOW, async () => {
    await inWindow(scenarioOf('follow-up'), async (page) => {
      await rows(page).first().click();
      await page.keyboard.press('r');
      await dialog(page)
        .getByLabel(/^Motif/)
        .fill('Diplôme illisible');
      await dialog(page).getByRole('button', { name: 'Confirmer pour 1' }).click();
      await page.getByText('1 décision enregistrée.').waitFor();
    });
  });

  it('shows the sheet of the person looked at, their pieces asked for one by one', SLOW, async () => {
    await inWindow(scenarioOf('follow-up'), async (page) => {
      await rows(page).nth(2).click();
      const panel = page.getByRole('complementary');
      await panel.getByText('Pourquoi lire une pièce ? (inscrit au journal)').waitFor();
    });
  });

  it('D1 has the blocked among its lists, with who holds them', SLOW, async () => {
    await inWindow(scenarioOf('follow-up'), async (page) => {
      await page.getByText('Bloqués', { exact: true }).click();
      await page.getByRole('heading', { name: 'Par établissement' }).waitFor();
      await rows(page).first().click();
      await page.keyboard.press('e');
      await dialog(page).getByRole('button', { name: 'Confirmer pour 1' }).waitFor();
    });
  });

  it('F82 tells missions that end and people who are back, over a period that is chosen', SLOW, async () => {
    await inWindow(list('returns'), async (page) => {
      await page.getByText('personnes sont de retour').waitFor();
      await rows(page).filter({ hasText: 'Mission finissante' }).first().waitFor();
      await page.getByText('3 jours', { exact: true }).click();
      await page.getByText('il y a 3 jours').first().waitFor();
      await rows(page).first().click();
      await page.keyboard.press('d');
      await dialog(page).getByRole('button', { name: 'Confirmer pour 1' }).waitFor();
    });
  });

  it('lists whose availability ends in the period', SLOW, async () => {
    await inWindow(list('expiring'), async (page) => {
      await page.getByText('du 15 mars 2021 au 29 mars 2021').waitFor();
      const ends = await rows(page).first().or(page.getByText('Aucune disponibilité ne s’achève')).count();
      expect(ends).toBeGreaterThan(0);
    });
  });

  it('lets an auditor read and decide nothing', SLOW, async () => {
    const person = { id: 'r-9', name: 'Personne Fictive', role: 'auditor', agency: null };
    await inWindow(scenarioOf('follow-up', { sync: { ...CALM_SYNC, person } }), async (page) => {
      await rows(page).first().click();
      await page.keyboard.press('v');
      expect(await dialog(page).count()).toBe(0);
    });
  });
});

describe('axe, contrast on, finds nothing; the page breaks no policy and writes no error', () => {
  for (const picture of PICTURES_FOLLOW_UP.filter(({ size }) => size.width === 1280))
    it(picture.name, SLOW, async () => {
      if (held.bench === null) throw new Error('the browser did not start');
      expect(await faultsOfPicture(held.bench, picture, picture.dark ?? false)).toEqual([]);
    });
});
