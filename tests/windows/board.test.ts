import { describe, expect, it } from 'vitest';
import { firstCard } from './board-pictures.ts';
import {
  boardsForTests,
  cardNamed,
  countIn,
  foot,
  headOf,
  idOfFirst,
  laneOfCard,
  SLOW,
  SOON,
  said,
} from './on-board.ts';

const onBoard = boardsForTests();

describe('the priority board by keyboard', () => {
  it('UX3 grabs with Space, moves with arrows, drops with Enter; says each step; undoes', SLOW, async () => {
    await onBoard(async (page) => {
      const id = await idOfFirst(page, 'P3');
      const before = await countIn(page, 'P2');
      await cardNamed(page, id).focus();
      await page.keyboard.press(' ');
      await expect.poll(() => said(page), SOON).toMatch(/^1 carte saisie, au-dessus de P3 · important\./);
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => said(page), SOON).toBe('Au-dessus de P2 · urgent.');
      expect(await headOf(page, 'P2').getAttribute('data-target')).toBe('true');
      await page.keyboard.press('Enter');
      await foot(page)
        .getByText(/: placée en P2 · urgent\.$/)
        .waitFor();
      await expect.poll(() => countIn(page, 'P2'), SOON).toBe(before + 1);
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('z');
      await expect.poll(() => countIn(page, 'P2'), SOON).toBe(before);
    });
  });

  it('UX3 Escape puts back what was held, and nothing is decided', SLOW, async () => {
    await onBoard(async (page) => {
      const id = await idOfFirst(page, 'P4');
      await cardNamed(page, id).focus();
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Escape');
      await expect.poll(() => said(page), SOON).toBe('Cartes reposées à leur place.');
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
      await expect.poll(() => said(page), SOON).toMatch(/^60 cartes saisies/);
      for (const _ of ['P4', 'P3', 'P2', 'P1']) await page.keyboard.press('ArrowLeft');
      await expect.poll(() => said(page), SOON).toBe('Au-dessus de P1 · vital.');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Après cette décision, 23 % des postes ouverts seront en P1.').waitFor();
      const confirm = dialog.getByRole('button', { name: 'Confirmer pour 60' });
      await confirm.click();
      await dialog.getByText('1 champ à compléter ou à corriger').waitFor();
      await dialog.getByLabel('Motif').fill('Fermetures annoncées cette nuit');
      await confirm.click();
      await page.getByText('60 décisions enregistrées.').waitFor();
      await expect.poll(() => countIn(page, 'P1'), SOON).toBe(before + 60);
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
      await expect.poll(focused, SOON).toBe(second);
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
      await expect.poll(() => countIn(page, 'none'), SOON).toBe(0);
    });
  });
});

describe('the priority board by hand', () => {
  it(
    'UX3 drags a card with the pointer, the ghost under the hand, and places it where it is dropped',
    SLOW,
    async () => {
      await onBoard(async (page) => {
        const id = await idOfFirst(page, 'P4');
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
        await expect.poll(() => page.locator('.bd-ghost').count(), SOON).toBe(0);
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
      await expect.poll(() => page.locator('.bd-ghost').count(), SOON).toBe(0);
      await page.mouse.up();
      await expect.poll(() => said(page), SOON).toBe('Cartes reposées à leur place.');
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
      await expect.poll(() => countIn(page, 'none'), SOON).toBe(before - 3);
      await foot(page).getByRole('button', { name: 'Annuler (Z)' }).click();
      await expect.poll(() => countIn(page, 'none'), SOON).toBe(before);
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
      await expect.poll(() => countIn(page, 'none'), SOON).toBe(0);
    });
  });
});
