import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import { JOURNAL_SCENES } from './double/journal-double.ts';
import { faultsOfPicture } from './faults-of-picture.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES_JOURNAL } from './pictures-journal.ts';
import { IN_REVIEW } from './pictures-snapshots.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SIZE = { width: 1280, height: 800 };
const SLOW = { timeout: 60_000 };
const onMission = (missionId: string) => JSON.stringify({ period: 'all', missionId });

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

async function inWindow(scenario: DeskScenario, use: (page: Page) => Promise<void>): Promise<void> {
  if (held.bench === null) throw new Error('the browser did not start');
  const opened = await held.bench.open({ ...scenario, missions: 40, candidates: 30 }, SIZE);
  try {
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

const rows = (page: Page) => page.locator('tr[data-row]');
const rowsAre = (page: Page, test: (count: number) => boolean) =>
  expect.poll(async () => test(await rows(page).count()), { timeout: 10_000 }).toBe(true);

describe('the journal', () => {
  it('D7 says who, what, why and how far the chain is proved, and tells apart what waits', SLOW, async () => {
    await inWindow(scenarioOf('journal'), async (page) => {
      await rows(page).first().getByText('En attente d’envoi').waitFor();
      await page.getByText(/^Chaîne vérifiée du n° 47\s571 au n° 48\s207, à 14\s?[:h]\s?02/).waitFor();
      await page.getByText('14 suites de lignes hors de votre droit ne sont pas vérifiables ici').waitFor();
      await page.getByText('2 actes en attente d’envoi').waitFor();
      await page.getByText('Votre région', { exact: true }).waitFor();
      await rows(page).nth(6).click();
      const panel = page.getByRole('complementary', { name: 'Détail de la ligne' });
      await panel.getByText('Appel du cadre de nuit').waitFor();
      await panel.getByText('Empreinte', { exact: true }).waitFor();
    });
  });

  it('D7 is searched without accents, and narrowed to a mission by one of its lines', SLOW, async () => {
    await inWindow(scenarioOf('journal'), async (page) => {
      await rows(page).first().waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('verification des pieces');
      await rowsAre(page, (count) => count > 0 && count < 100);
      for (const text of await rows(page).allInnerTexts()) expect(text).toContain('Vérification des pièces');
      await rows(page).first().click();
      await page.getByRole('button', { name: 'Le journal de cette mission' }).click();
      await page.getByRole('button', { name: 'Une seule mission ×' }).click();
      await expect.poll(() => page.getByRole('button', { name: 'Une seule mission ×' }).count()).toBe(0);
    });
  });

  it('D7 offline, says so and since when, and keeps the acts of this workstation', SLOW, async () => {
    const sync = { ...CALM_SYNC, connection: 'offline' as const };
    await inWindow(scenarioOf('journal', { sync }), async (page) => {
      await page.getByText('Le service national n’est pas joignable.').first().waitFor();
      await page.getByText(/637 lignes lues à .* restent affichées, avec les actes de ce poste/).waitFor();
      expect(await rows(page).filter({ hasText: 'En attente d’envoi' }).count()).toBe(2);
    });
  });

  it('D7 names the first link that does not hold', SLOW, async () => {
    await inWindow(scenarioOf('journal', { state: onMission(JOURNAL_SCENES.broken) }), async (page) => {
      const alert = page.getByRole('alert');
      await alert.getByText(/^Chaîne rompue à la ligne n° 47\s903$/).waitFor();
      await alert.getByText('son empreinte n’est pas la sienne').waitFor();
      expect(await page.getByText(/^Chaîne vérifiée/).count()).toBe(0);
    });
  });

  it('D8 in a snapshot is read by whoever opened it; a snapshot without one says why', SLOW, async () => {
    const nobody = { ...IN_REVIEW, person: null };
    await inWindow(scenarioOf('journal', { sync: nobody }), async (page) => {
      await rows(page).first().waitFor();
      expect(await page.getByRole('button', { name: 'Actualiser' }).count()).toBe(0);
    });
    await inWindow(scenarioOf('journal', { sync: nobody, state: onMission(JOURNAL_SCENES.absent) }), async (page) => {
      await page.getByText('n’a pas été demandé à l’export').first().waitFor();
    });
  });

  it('is refused to who holds no right to read it', SLOW, async () => {
    const person = { id: 'e-1', name: 'Compte Fictif', role: 'establishment', agency: null };
    await inWindow(scenarioOf('journal', { sync: { ...CALM_SYNC, person } }), async (page) => {
      await page.getByText('Cette fenêtre n’est pas ouverte à votre habilitation.').waitFor();
    });
  });

  it('is read by keyboard alone: search, rows, panel and back', SLOW, async () => {
    await inWindow(scenarioOf('journal'), async (page) => {
      await rows(page).first().waitFor();
      await rows(page).first().focus();
      for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowDown');
      await page
        .getByRole('complementary', { name: 'Détail de la ligne' })
        .getByText('Empreinte', { exact: true })
        .waitFor();
    });
  });
});

describe('axe, contrast on, finds nothing in the journal; no policy is broken, no error written', () => {
  for (const picture of PICTURES_JOURNAL.filter(({ size }) => size.width === 1280))
    it(picture.name, SLOW, async () => {
      if (held.bench === null) throw new Error('the browser did not start');
      expect(await faultsOfPicture(held.bench, picture, picture.dark ?? false)).toEqual([]);
    });
});
