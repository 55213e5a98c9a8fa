/** What the keyboard does beyond the rows: columns, filters, the terms of a score; and where the focus goes. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskScenario } from './double/desk-scenario.ts';
import { scenarioOf } from './double/desk-scenario.ts';
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
  const opened = await held.bench.open({ ...scenario, missions: 60, candidates: 60 }, { width: 1280, height: 800 });
  try {
    await opened.page.locator('tr[data-row]').first().waitFor();
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

const titles = (page: Page) => page.locator('.dk-head-sort').allInnerTexts();
const focused = (page: Page) => page.evaluate<string>("document.activeElement.getAttribute('aria-label')");

describe('columns by keyboard', () => {
  it('D11 are moved, widened, hidden and shown, and each change is said', SLOW, async () => {
    await inWindow(scenarioOf('missions'), async (page) => {
      const before = await titles(page);
      await page.getByRole('button', { name: 'Colonnes' }).focus();
      await page.keyboard.press('Enter');
      const box = page.getByRole('checkbox', { name: 'CP', exact: true });
      await box.focus();
      await page.keyboard.press('Alt+ArrowUp');
      const said = page.getByRole('dialog').getByRole('status');
      await said.getByText(/^CP : colonne \d+ sur \d+$/).waitFor();
      expect(await focused(page)).toBe('CP');
      const place = before.indexOf('CP');
      expect((await titles(page)).indexOf('CP')).toBe(place - 1);
      await page.keyboard.press('Alt+ArrowRight');
      await said.getByText('CP : largeur 94').waitFor();
      await page.keyboard.press(' ');
      await said.getByText('CP : masquée').waitFor();
      expect(await titles(page)).not.toContain('CP');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Colonnes' }).and(page.locator(':focus')).waitFor();
    });
  });
});

describe('filters by keyboard', () => {
  it('D11 letters lead to a value, Space chooses it', SLOW, async () => {
    await inWindow(scenarioOf('missions'), async (page) => {
      await page.getByRole('button', { name: 'Filtrer Profession' }).click();
      const boxes = page.getByRole('dialog').getByRole('checkbox');
      await boxes.first().focus();
      await page.keyboard.type('inf');
      const label = await page.evaluate<string>('document.activeElement.labels[0].textContent');
      expect(label).toMatch(/^Infirmier/);
      await page.keyboard.press(' ');
      await page.getByText(/\(filtré, 60 en tout\)/).waitFor();
    });
  });

  it('F123 pools are chosen kind by kind', SLOW, async () => {
    await inWindow(scenarioOf('candidates', { state: '{"table":{"hidden":[]}}' }), async (page) => {
      await page.getByRole('button', { name: 'Filtrer Viviers' }).click();
      const boxes = page.getByRole('dialog').getByRole('checkbox');
      await boxes.first().waitFor();
      for (const label of await page.getByRole('dialog').locator('label').allInnerTexts())
        expect(label).not.toContain(',');
      await boxes.first().click();
      await page.getByText(/\(filtré, 60 en tout\)/).waitFor();
    });
  });
});

describe('why a score, why a rank', () => {
  it.each([
    ['missions', 'mission-score'],
    ['candidates', 'candidate-rank'],
  ] as const)('D5 %s: S leads to its terms, Escape back to the row', SLOW, async (window, part) => {
    await inWindow(scenarioOf(window, { missionId: 'm-3' }), async (page) => {
      await page.locator('tr[data-row]').first().click();
      await page.locator(`#${part}`).waitFor();
      await page.locator('tr[data-row]').first().focus();
      await page.keyboard.press('s');
      expect(await page.evaluate('document.activeElement.id')).toBe(part);
      await page.keyboard.press('Escape');
      expect(await page.evaluate('document.activeElement.dataset.looked')).toBe('true');
    });
  });
});

const hasFocus = (page: Page, what: Locator) => expect.poll(() => what.and(page.locator(':focus')).count()).toBe(1);

describe('the focus', () => {
  it('goes down to the rows from nowhere and from the search', SLOW, async () => {
    await inWindow(scenarioOf('missions'), async (page) => {
      const reached = page.locator('tr[data-row][tabindex="0"]');
      await page.keyboard.press('ArrowDown');
      await hasFocus(page, reached);
      await page.keyboard.press('/');
      await page.keyboard.type('Tilleuls');
      await page.keyboard.press('ArrowDown');
      await hasFocus(page, reached);
    });
  });

  it('a gesture leads to what it asks first, else to the confirmation; Escape gives the row back', SLOW, async () => {
    await inWindow(scenarioOf('missions'), async (page) => {
      const dialog = page.getByRole('dialog');
      const firstAsked: Readonly<Record<string, Locator>> = {
        '2': dialog.getByRole('button', { name: 'Confirmer pour 1' }),
        b: dialog.getByRole('button', { name: 'Confirmer pour 1' }),
        d: dialog.getByLabel('Jusqu’au'),
        n: dialog.getByLabel('Texte'),
        a: dialog.getByLabel('Message au CCS'),
        x: dialog.getByLabel('Motif de clôture'),
      };
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const row = page.locator('tr[data-row]:focus');
      await row.waitFor();
      for (const [key, asked] of Object.entries(firstAsked)) {
        await page.keyboard.press(key);
        await hasFocus(page, asked);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await row.waitFor();
      }
      // A list that opened is closed first, then the dialog.
      await page.keyboard.press('r');
      await hasFocus(page, dialog.getByRole('combobox', { name: 'Régulateur' }));
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await row.waitFor();
    });
  });

  it('is on the row again after each part of the frame', SLOW, async () => {
    await inWindow(scenarioOf('missions'), async (page) => {
      const dialog = page.getByRole('dialog');
      await page.keyboard.press('ArrowDown');
      const row = page.locator('tr[data-row]:focus');
      await row.waitFor();
      for (const keys of ['Control+k', 'Control+j', 'Control+l', 'Control+m', '?']) {
        await page.keyboard.press(keys);
        await dialog.locator(':focus').waitFor();
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await row.waitFor();
      }
    });
  });

  it('Escape on a row lets go of the choice', SLOW, async () => {
    await inWindow(scenarioOf('missions'), async (page) => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByText('2 missions choisies').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('2 missions choisies').waitFor({ state: 'detached' });
      await page.locator('tr[data-row]:focus').waitFor();
    });
  });

  it('is on the row again once the decision was committed by Enter', SLOW, async () => {
    await inWindow(scenarioOf('missions'), async (page) => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('2');
      await hasFocus(page, page.getByRole('button', { name: 'Confirmer pour 1' }));
      await page.keyboard.press('Enter');
      await page.getByText('1 décision enregistrée').waitFor();
      await page.locator('tr[data-row]:focus').waitFor();
    });
  });
});
