import { describe, expect, it } from 'vitest';
import { firstCard } from './board-pictures.ts';
import { colleagueIn } from './double/board-double.ts';
import { CALM_SYNC } from './double/desk-scenario.ts';
import { boardsForTests, cardNamed, foot, headOf, idOfFirst, laneOfCard, SLOW, SOON } from './on-board.ts';

const onBoard = boardsForTests();

describe('several people on one board', () => {
  it('UX3 shows a colleague’s move live, in its lane, with who made it', SLOW, async () => {
    await onBoard(async (page, scenario) => {
      const id = await idOfFirst(page, 'P4');
      colleagueIn(scenario).moves(id, 'P1', 'Inès Coquelicot');
      await expect.poll(() => laneOfCard(page, id), SOON).toBe('P1');
      await cardNamed(page, id).getByText('par Inès C.').waitFor();
    });
  });

  it(
    'UX3 D3 a held card stays in the hand while a colleague moves it, and that is said before anything is committed',
    SLOW,
    async () => {
      await onBoard(async (page, scenario) => {
        const id = await idOfFirst(page, 'P4');
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
        await expect.poll(() => laneOfCard(page, id), SOON).toBe('P1');
        await cardNamed(page, id).focus();
        await page.keyboard.press(' ');
        colleagueIn(scenario).moves(id, 'P2', 'Inès Coquelicot');
        for (const _ of ['P2', 'P3']) await page.keyboard.press('ArrowRight');
        await foot(page).getByText('1 carte saisie a changé entre-temps').waitFor();
        await page.keyboard.press('Enter');
        await dialog.getByRole('button', { name: 'Poser quand même en P3 · important' }).click();
        await expect.poll(() => laneOfCard(page, id), SOON).toBe('P3');
      });
    },
  );

  it('D3 a move that comes back is marked, and says why', SLOW, async () => {
    await onBoard(async (page, scenario) => {
      const id = await idOfFirst(page, 'P4');
      colleagueIn(scenario).wins(id, 'P2', 'Inès Coquelicot');
      await foot(page)
        .getByText(/ : Inès Coquelicot a décidé entre-temps\.$/)
        .waitFor();
      await expect.poll(() => laneOfCard(page, id), SOON).toBe('P2');
      await cardNamed(page, id).getByText('Conflit', { exact: true }).waitFor();
    });
  });

  it('D15 says on the card who else has it open, and asks before it is moved', SLOW, async () => {
    await onBoard(
      async (page) => {
        const card = page.locator('[data-card]', { hasText: 'ouverte par' }).first();
        await card.focus();
        await page.keyboard.press('4');
        await page.getByRole('dialog').getByRole('button', { name: 'Confirmer pour 1' }).waitFor();
      },
      { subject: { kind: 'mission', id: 'm-3' } },
    );
  });

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

describe('what the board keeps and says of itself', () => {
  it('UX3 draws of 20,000 missions only what is in sight, wherever one scrolls', SLOW, async () => {
    await onBoard(
      async (page) => {
        const drawn = () => page.locator('[data-card]').count();
        expect(await drawn()).toBeLessThan(150);
        await page.evaluate("document.querySelector('.bd-board').scrollTop = 200000");
        await firstCard(page, 'none').waitFor();
        await expect
          .poll(async () => Number(await firstCard(page, 'none').getAttribute('aria-posinset')), SOON)
          .toBeGreaterThan(1_900);
        expect(await drawn()).toBeLessThan(150);
        await expect.poll(() => page.getByText(/plus haut$/).count(), SOON).toBeGreaterThan(0);
      },
      { missions: 20_000 },
    );
  });

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

  it('UX comes back where it was, also when something else had been looked at', SLOW, async () => {
    await onBoard(
      async (page) => {
        const scrolled = () => page.evaluate<number>("document.querySelector('.bd-board').scrollTop");
        await expect.poll(scrolled, SOON).toBe(3_000);
        await firstCard(page, 'none').waitFor();
        expect(await scrolled()).toBe(3_000);
      },
      { state: '{"scroll":3000}', subject: { kind: 'mission', id: 'm-3' } },
    );
  });

  it('D13 a person who only reads moves nothing, by key or by hand, and is told why', SLOW, async () => {
    const person = { id: 'r-9', name: 'Auditrice Fictive', role: 'auditor', agency: 6 };
    await onBoard(
      async (page) => {
        const id = await idOfFirst(page, 'P4');
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
