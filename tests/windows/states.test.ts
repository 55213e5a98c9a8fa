/** Any window in the states that are not the ordinary one: old data, no decision possible, no right, not read again. */
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

async function inWindow(scenario: DeskScenario, use: (page: Page) => Promise<void>): Promise<void> {
  if (held.bench === null) throw new Error('the browser did not start');
  const opened = await held.bench.open(
    { ...scenario, missions: Math.min(20, scenario.missions), candidates: 20 },
    { width: 1280, height: 800 },
  );
  try {
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

/** The double's day is the 15th of March 2021, eight o'clock in the morning in London. */
const OLD = { ...CALM_SYNC, connection: 'offline' as const, lastSyncAt: '2021-03-15T07:12:00.000Z' };
const as = (role: string) => ({ ...CALM_SYNC, person: { id: 'r-9', name: 'Personne Fictive', role, agency: 6 } });
const WINDOWS = ['missions', 'candidates', 'blocked', 'crisis'] as const;
const firstRow = (page: Page) => page.locator('tr[data-row]').first();

describe('old data', () => {
  it.each(WINDOWS)('D13 %s says how old it is', SLOW, async (window) => {
    await inWindow(scenarioOf(window, { sync: OLD }), async (page) => {
      await page.locator('.dk-foot').getByText('Données de 08:12 (il y a 48 min)').waitFor();
    });
  });

  it('D13 deciding on them asks once more, and only then', SLOW, async () => {
    await inWindow(scenarioOf('missions', { sync: OLD }), async (page) => {
      await firstRow(page).focus();
      await page.keyboard.press('4');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Ces données datent de 48 min : quelqu’un a pu décider depuis.').waitFor();
      const confirm = dialog.getByRole('button', { name: 'Confirmer pour 1' });
      await confirm.and(page.locator(':disabled')).waitFor();
      await dialog.getByLabel('Je décide quand même sur ces données').check();
      await confirm.click();
      await page.getByText('1 décision enregistrée.').waitFor();
    });
  });

  it('fresh data ask nothing', SLOW, async () => {
    await inWindow(scenarioOf('missions'), async (page) => {
      await firstRow(page).focus();
      await page.keyboard.press('4');
      await page.getByRole('dialog').getByRole('button', { name: 'Confirmer pour 1' }).waitFor();
      expect(await page.getByLabel('Je décide quand même sur ces données').count()).toBe(0);
    });
  });
});

describe('a person who only reads', () => {
  it.each([
    ['missions', '1'],
    ['candidates', 'v'],
    ['blocked', 'e'],
  ] as const)('%s: every gesture is off and says why, by key too', SLOW, async (window, key) => {
    await inWindow(scenarioOf(window, { sync: as('auditor') }), async (page) => {
      await firstRow(page).click();
      const toolbar = page.getByRole('toolbar');
      await toolbar.getByText('Votre habilitation permet de lire, pas de décider.').waitFor();
      await page.keyboard.press(key);
      await page.locator('.dk-toast').getByText('Votre habilitation permet de lire').waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
    });
  });

  it('rights that were withdrawn leave reading', SLOW, async () => {
    await inWindow(scenarioOf('missions', { sync: { ...CALM_SYNC, connection: 'no-right' } }), async (page) => {
      await firstRow(page).waitFor();
      await page.getByRole('toolbar').getByText('Lecture seule').waitFor();
    });
  });
});

describe('a person without the right', () => {
  it.each(WINDOWS)('%s says so, and shows nothing', SLOW, async (window) => {
    await inWindow(scenarioOf(window, { sync: as('administrator') }), async (page) => {
      await page.getByText('Cette fenêtre n’est pas ouverte à votre habilitation.').waitFor();
      expect(await page.locator('tr[data-row]').count()).toBe(0);
    });
  });
});

/** What only an empty list may say. */
const NOTHING = /^Aucun professionnel|^Aucune (mission dans|agence|décision)|^Personne n’attend/;
const LISTS = [...WINDOWS, 'outbox'] as const;

describe('what fails', () => {
  it.each(LISTS)('%s says what failed, what is safe, and tries again', SLOW, async (window) => {
    await inWindow(scenarioOf(window, { fails: true }), async (page) => {
      const alert = page.getByRole('alert').filter({ hasText: 'La base locale est endommagée' }).first();
      await alert.getByText('La lecture et vos décisions enregistrées ne sont pas touchées.').waitFor();
      await alert.getByRole('button', { name: 'Réessayer' }).click();
      await alert.waitFor();
      expect(await page.getByText(NOTHING).count()).toBe(0);
    });
  });
});

describe('what takes its time', () => {
  it.each(LISTS)('F100 F131 %s says that it loads, and never that there is nothing', SLOW, async (window) => {
    await inWindow(scenarioOf(window, { waits: true }), async (page) => {
      await page.getByRole('status').filter({ hasText: 'Chargement…' }).first().waitFor({ state: 'attached' });
      expect(await page.getByText(NOTHING).count()).toBe(0);
      expect(await page.locator('tr[data-row]').count()).toBe(0);
    });
  });
});

describe('what is empty', () => {
  it.each([
    ['missions', 'Aucune mission dans votre périmètre.'],
    ['blocked', 'Personne n’attend une réponse depuis trop longtemps.'],
    ['crisis', 'Aucune agence dans votre périmètre.'],
    ['accounts', 'Aucune demande de compte.'],
    ['outbox', 'Aucune décision ici.'],
  ] as const)('%s says why', SLOW, async (window, sentence) => {
    await inWindow({ ...scenarioOf(window, { full: false }), missions: 0 }, async (page) => {
      await page.getByText(sentence).waitFor();
    });
  });
});

describe('what is told after a decision', () => {
  it('covers neither the pages of the table nor the status bar', SLOW, async () => {
    await inWindow(scenarioOf('missions'), async (page) => {
      await firstRow(page).focus();
      await page.keyboard.press('4');
      await page.getByRole('dialog').getByRole('button', { name: 'Confirmer pour 1' }).click();
      const toast = await page.locator('.dk-toast').boundingBox();
      for (const other of ['.dk-foot', '.dk-status']) {
        const box = await page.locator(other).boundingBox();
        expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
      }
    });
  });
});
