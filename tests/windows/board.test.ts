import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstCard } from './board-pictures.ts';
import { colleagueIn } from './double/board-double.ts';
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SIZE = { width: 1280, height: 800 };
const SLOW = { timeout: 60_000 };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

/** Opens the board on an invented region, lets the test use it, and shows that nothing broke meanwhile. */
async function onBoard(
  use: (page: Page, scenario: DeskScenario) => Promise<void>,
  patch: Parameters<typeof scenarioOf>[1] = {},
): Promise<void> {
  if (held.bench === null) throw new Error('the browser did not start');
  const scenario = scenarioOf('board', { missions: 400, ...patch });
  const opened = await held.bench.open(scenario, SIZE);
  try {
    await opened.page.locator('[data-card]').first().waitFor();
    await use(opened.page, scenario);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

const headOf = (page: Page, lane: string) => page.locator(`[data-lane-head="${lane}"]`);
const countIn = async (page: Page, lane: string) =>
  Number(/(\d+) missions?/.exec((await headOf(page, lane).innerText()).replaceAll(/\s(?=\d)/g, ''))?.[1]);
const cardNamed = (page: Page, id: string) => page.locator(`[data-card="${id}"]`);
const idOf = async (page: Page, lane: string) => (await firstCard(page, lane).getAttribute('data-card')) ?? '';
const laneOfCard = (page: Page, id: string) => cardNamed(page, id).getAttribute('data-card-lane');
const said = (page: Page) => page.locator('[aria-live="assertive"]').innerText();
const foot = (page: Page) => page.locator('.bd-foot');

describe('the priority board by keyboard', () => {
  it('UX3 grabs with Space, moves with arrows, drops with Enter; says each step; undoes', SLOW, async () => {
    await onBoard(async (page) => {
      const id = await idOf(page, 'P3');
      const before = await countIn(page, 'P2');
      await cardNamed(page, id).focus();
      await page.keyboard.press(' ');
      await expect.poll(() => said(page)).toMatch(/^1 carte saisie, au-dessus de P3 · important\./);
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => said(page)).toBe('Au-dessus de P2 · urgent.');
      expect(await headOf(page, 'P2').getAttribute('data-target')).toBe('true');
      await page.keyboard.press('Enter');
      await foot(page)
        .getByText(/: placée en P2 · urgent\.$/)
        .waitFor();
      await expect.poll(() => countIn(page, 'P2')).toBe(before + 1);
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('z');
      await expect.poll(() => countIn(page, 'P2')).toBe(before);
    });
  });

  it('UX3 Escape puts back what was held, and nothing is decided', SLOW, async () => {
    await onBoard(async (page) => {
      const id = await idOf(page, 'P4');
      await cardNamed(page, id).focus();
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Escape');
      await expect.poll(() => said(page)).toBe('Cartes reposées à leur place.');
      expect(await laneOfCard(page, id)).toBe('P4');
      expect(await page.evaluate('document.activeElement.dataset.card')).toBe(id);
    });
  });

  it('F114 puts 60 missions into P1 by keyboard: says the share, asks why past 20 %, commits once', SLOW, async () => {
    await onBoard(async (page) => {
      const before = await countIn(page, 'P1');
      await firstCard(page, 'none').focus();
      for (let card = 1; card < 60; card += 1) await page.keyboard.press('Shift+ArrowDown');
      await page.getByText('60 missions choisies').waitFor();
      await page.keyboard.press(' ');
      await expect.poll(() => said(page)).toMatch(/^60 cartes saisies/);
      for (const _ of ['P4', 'P3', 'P2', 'P1']) await page.keyboard.press('ArrowLeft');
      await expect.poll(() => said(page)).toBe('Au-dessus de P1 · vital.');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Après cette décision, 23 % des postes ouverts seront en P1.').waitFor();
      const confirm = dialog.getByRole('button', { name: 'Confirmer pour 60' });
      expect(await confirm.isDisabled()).toBe(true);
      await dialog.getByLabel('Motif').fill('Fermetures annoncées cette nuit');
      await confirm.click();
      await page.getByText('60 décisions enregistrées.').waitFor();
      await expect.poll(() => countIn(page, 'P1')).toBe(before + 60);
    });
  });

  it('UX3 1 to 4 place the card, and the next one takes its place under the hand', SLOW, async () => {
    await onBoard(async (page) => {
      const column = page.locator('[data-card-lane="none"]');
      const [first, second] = [
        await column.nth(0).getAttribute('data-card'),
        await column.nth(1).getAttribute('data-card'),
      ];
      await column.first().focus();
      await page.keyboard.press('2');
      await foot(page)
        .getByText(/: placée en P2 · urgent\.$/)
        .waitFor();
      const focused = () => page.evaluate<string>('document.activeElement.dataset.card');
      await expect.poll(focused).toBe(second);
      await page.keyboard.press('3');
      await foot(page)
        .getByText(/: placée en P3 · important\.$/)
        .waitFor();
      expect(await column.and(cardNamed(page, first ?? '')).count()).toBe(0);
    });
  });

  it('UX3 chooses a whole cell with Ctrl+A, beyond what is drawn', SLOW, async () => {
    await onBoard(async (page) => {
      const count = await countIn(page, 'none');
      await firstCard(page, 'none').focus();
      await page.keyboard.press('Control+a');
      await page.getByText(`${count} missions choisies`).waitFor();
      await page.keyboard.press('4');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: `Confirmer pour ${count}` })
        .click();
      await expect.poll(() => countIn(page, 'none')).toBe(0);
    });
  });
});

describe('the priority board by hand', () => {
  it(
    'UX3 drags a card with the pointer, the ghost under the hand, and places it where it is dropped',
    SLOW,
    async () => {
      await onBoard(async (page) => {
        const id = await idOf(page, 'P4');
        const target = await headOf(page, 'P2').boundingBox();
        await cardNamed(page, id).hover();
        await page.mouse.down();
        await page.mouse.move((target?.x ?? 0) + 60, 420, { steps: 6 });
        await page.locator('.bd-ghost').waitFor();
        await foot(page).getByText('1 carte vers P2 · urgent').waitFor();
        await page.mouse.up();
        await foot(page)
          .getByText(/: placée en P2 · urgent\.$/)
          .waitFor();
        await expect.poll(() => page.locator('.bd-ghost').count()).toBe(0);
      });
    },
  );

  it('UX3 drags several at once, counted on the ghost; Escape gives them back', SLOW, async () => {
    await onBoard(async (page) => {
      const column = page.locator('[data-card-lane="P3"]');
      await column.nth(0).click();
      for (const index of [0, 1, 2]) await column.nth(index).click({ modifiers: ['Control'] });
      await page.getByText('3 missions choisies').waitFor();
      await column.nth(1).hover();
      await page.mouse.down();
      await page.mouse.move(120, 420, { steps: 6 });
      await page.locator('.bd-ghost').getByText('3 missions').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('.bd-ghost').count()).toBe(0);
      await page.mouse.up();
      await expect.poll(() => said(page)).toBe('Cartes reposées à leur place.');
      expect(await page.getByRole('dialog').count()).toBe(0);
    });
  });

  it('F164 a drop on Close asks the reason; from Close, reopening asks one too', SLOW, async () => {
    await onBoard(async (page) => {
      await firstCard(page, 'P1').focus();
      await page.keyboard.press('x');
      await page.getByRole('dialog').getByLabel('Motif de clôture').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Déplier Close' }).click();
      await firstCard(page, 'closed').focus();
      await page.keyboard.press('2');
      await page
        .getByRole('dialog')
        .getByRole('heading', { name: /^Rouvrir/ })
        .waitFor();
    });
  });
});

describe('several people on one board', () => {
  it('UX3 shows a colleague’s move live, in its lane, with who made it', SLOW, async () => {
    await onBoard(async (page, scenario) => {
      const id = await idOf(page, 'P4');
      colleagueIn(scenario).moves(id, 'P1', 'Inès Coquelicot');
      await expect.poll(() => laneOfCard(page, id)).toBe('P1');
      await cardNamed(page, id).getByText('par Inès C.').waitFor();
    });
  });

  it(
    'UX3 D3 a held card stays in the hand while a colleague moves it, and that is said before anything is committed',
    SLOW,
    async () => {
      await onBoard(async (page, scenario) => {
        const id = await idOf(page, 'P4');
        await cardNamed(page, id).focus();
        await page.keyboard.press(' ');
        await page.keyboard.press('ArrowLeft');
        colleagueIn(scenario).moves(id, 'P1', 'Inès Coquelicot');
        await foot(page).getByText('1 carte saisie a changé entre-temps').waitFor();
        expect(await laneOfCard(page, id)).toBe('P4');
        expect(await page.evaluate('document.activeElement.dataset.card')).toBe(id);
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog');
        await dialog.getByText('Inès Coquelicot l’a placée en P1 · vital').waitFor();
        await dialog.getByRole('button', { name: 'Laisser comme c’est' }).click();
        await expect.poll(() => laneOfCard(page, id)).toBe('P1');
        await cardNamed(page, id).focus();
        await page.keyboard.press(' ');
        colleagueIn(scenario).moves(id, 'P2', 'Inès Coquelicot');
        for (const _ of ['P2', 'P3']) await page.keyboard.press('ArrowRight');
        await foot(page).getByText('1 carte saisie a changé entre-temps').waitFor();
        await page.keyboard.press('Enter');
        await dialog.getByRole('button', { name: 'Poser quand même en P3 · important' }).click();
        await expect.poll(() => laneOfCard(page, id)).toBe('P3');
      });
    },
  );

  it('UX choosing a card elsewhere brings it into sight here', SLOW, async () => {
    await onBoard(
      async (page) => {
        await page.locator('[data-looked="true"]').waitFor();
        expect(await page.locator('[data-looked="true"]').getAttribute('data-card')).toBe('m-3');
        expect(await page.evaluate<number>("document.querySelector('.bd-board').scrollTop")).toBeGreaterThan(0);
      },
      { subject: { kind: 'mission', id: 'm-3' } },
    );
  });
});

describe('the order that the score proposes', () => {
  it('D5 shows the difference first, and takes the rows that are ticked', SLOW, async () => {
    await onBoard(async (page) => {
      const before = await countIn(page, 'none');
      await page.getByRole('button', { name: 'Proposer l’ordre' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: 'Accepter toutes les lignes montrées' }).uncheck();
      expect(await countIn(page, 'none')).toBe(before);
      for (const row of [1, 2, 3]) await dialog.getByRole('row').nth(row).getByRole('checkbox').check();
      await dialog.getByRole('button', { name: 'Accepter 3 lignes cochées' }).click();
      await foot(page).getByText('3 missions placées selon le score.').waitFor();
      await expect.poll(() => countIn(page, 'none')).toBe(before - 3);
      await foot(page).getByRole('button', { name: 'Annuler (Z)' }).click();
      await expect.poll(() => countIn(page, 'none')).toBe(before);
    });
  });

  it('D5 accepts it wholly, leaving what people had decided', SLOW, async () => {
    await onBoard(async (page) => {
      await page.getByRole('button', { name: 'Proposer l’ordre' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /^Accepter tout/ }).click();
      const reason = dialog.getByRole('textbox', { name: 'Motif' });
      await reason.fill('Point de régulation de 8 h');
      await dialog.getByRole('button', { name: /^Accepter tout/ }).click();
      await expect.poll(() => countIn(page, 'none')).toBe(0);
    });
  });
});

describe('what the board keeps and says of itself', () => {
  it('UX comes back with its swimlanes, filters and folds, and remembers what changes', SLOW, async () => {
    const state = JSON.stringify({
      swimlane: 'departement',
      foldedLanes: ['P4', 'closed'],
      filters: [{ type: 'among', column: 'departement', values: ['54', '57'] }],
    });
    await onBoard(
      async (page) => {
        await page.getByRole('heading', { name: '54 · Meurthe-et-Moselle' }).waitFor();
        expect(await headOf(page, 'P4').getAttribute('data-folded')).toBe('true');
        await page.getByRole('button', { name: 'Replier 54 · Meurthe-et-Moselle' }).click();
        await page.getByRole('heading', { name: '57 · Moselle' }).waitFor();
        await page.getByRole('button', { name: /^Retirer le filtre Département/ }).click();
        await page.getByRole('heading', { name: '08 · Ardennes' }).waitFor();
      },
      { state },
    );
  });

  it('D13 a person who only reads moves nothing, by key or by hand, and is told why', SLOW, async () => {
    const person = { id: 'r-9', name: 'Auditrice Fictive', role: 'auditor', agency: 6 };
    await onBoard(
      async (page) => {
        const id = await idOf(page, 'P4');
        await cardNamed(page, id).focus();
        await page.keyboard.press(' ');
        await foot(page).getByText('Votre habilitation permet de lire, pas de décider.').waitFor();
        await page.keyboard.press('1');
        expect(await laneOfCard(page, id)).toBe('P4');
        expect(await page.getByRole('button', { name: 'Proposer l’ordre' }).isDisabled()).toBe(true);
      },
      { sync: { ...CALM_SYNC, person } },
    );
  });

  it('D13 on old data even a single move asks once more', SLOW, async () => {
    const sync = { ...CALM_SYNC, connection: 'offline' as const, lastSyncAt: '2021-03-15T07:12:00.000Z' };
    await onBoard(
      async (page) => {
        await firstCard(page, 'P4').focus();
        await page.keyboard.press('2');
        await page.getByRole('dialog').getByText('Ces données datent de 48 min').waitFor();
      },
      { sync },
    );
  });
});
