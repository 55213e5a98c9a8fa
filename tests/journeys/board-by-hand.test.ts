/** Sixty cards to P1 by keys alone, seen by a colleague; and cards that stay in the hand that holds them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { Desk, DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { SOON } from './decide.ts';
import { keyboardHand } from './keyboard-hand.ts';
import { placeMissions } from './place-missions.ts';

const MISSIONS = 80;
const MOVED = 60;
const cardOf = (page: Page, id: string) => page.locator(`[data-card="${id}"]`);
const laneOf = (page: Page, id: string) => cardOf(page, id).getAttribute('data-card-lane', SOON);
const foot = (page: Page) => page.locator('.bd-foot');
/** How many missions the lane's head says. */
const countIn = async (page: Page, lane: string) =>
  Number(/(\d+) missions?/.exec(await page.locator(`[data-lane-head="${lane}"]`).innerText())?.[1] ?? 0);

describe('the board in two hands', () => {
  const held = {
    world: null as DeskWorld | null,
    missions: [] as readonly Stored<'mission'>[],
    desks: [] as Desk[],
  };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.missions = await placeMissions(world, MISSIONS);
    });
  });
  afterAll(() => held.world?.dispose());

  /** Both workstations are opened once for all tests. */
  const ground = async () => {
    const { world } = held;
    if (world === null) throw new Error('No world');
    if (held.desks.length === 0) {
      const names = ['Camille Aubépine', 'Inès Coquelicot'];
      held.desks = await Promise.all(names.map((name) => world.desk(name, ['board'])));
      await Promise.all(held.desks.map((desk) => desk.upToDate()));
    }
    const [camille, ines] = held.desks;
    if (camille === undefined || ines === undefined) throw new Error('No workstation');
    const pages = await Promise.all([camille.page('board'), ines.page('board')]);
    for (const page of pages) await page.locator('[data-card]').first().waitFor(SOON);
    return { world, camille, ines, mine: pages[0], theirs: pages[1] };
  };

  it('F114 D2 UX3 puts sixty cards into P1 by keyboard: share, reason, preview, announcements; the colleague sees; undone', async () => {
    const { world, camille, ines, mine, theirs } = await ground();
    const hand = await keyboardHand(mine);
    const countP1 = async () => {
      const { read } = world.world.ground.database;
      return (await read.selectFrom('mission').select('id').where('priority', '=', 'P1').execute()).length;
    };
    await hand.press('ArrowDown');
    await hand.isOn(hand.page.locator('[data-card][tabindex="0"]'));
    for (let card = 1; card < MOVED; card += 1) await hand.press('Shift+ArrowDown');
    await hand.page.getByText(`${MOVED} missions choisies`).waitFor(SOON);
    await hand.press(' ');
    for (const _ of ['P4', 'P3', 'P2', 'P1']) await hand.press('ArrowLeft');
    await foot(mine).getByText(`${MOVED} cartes vers P1 · vital`).waitFor(SOON);
    await hand.press('Enter');

    // Three posts in four: the share is told, and the word that it asks for has the focus.
    const dialog = hand.page.getByRole('dialog');
    await dialog
      .getByText(/Après cette décision, \d+ postes sur \d+ à pourvoir \(\d+\s%\) seraient en P1/)
      .waitFor(SOON);
    expect(await dialog.innerText()).toContain(`${MOVED} changeront`);
    await hand.isOn(dialog.getByLabel('Motif'));
    const confirm = dialog.getByRole('button', { name: `Confirmer pour ${MOVED}` });
    await hand.write('Fermetures annoncées cette nuit dans toute la région.');
    await hand.reach(confirm);
    await camille.picture('board', '9-sixty-preview');
    await hand.press('Enter');
    await expect.poll(() => dialog.count(), SOON).toBe(0);
    await expect.poll(countP1, SOON).toBe(MOVED);
    for (const page of [mine, theirs]) await expect.poll(() => countIn(page, 'P1'), SOON).toBe(MOVED);
    await theirs.getByText('par Camille A.').first().waitFor(SOON);
    await ines.picture('board', '9-sixty-at-the-colleague');
    // The hand is still on a card, and what happened was told to who does not see it.
    await hand.isOn(hand.page.locator('[data-card][tabindex="0"]'));
    const heard = await hand.heard();
    for (const told of [
      `${MOVED} missions choisies`,
      /^60 cartes saisies, au-dessus de Non priorisée/,
      'Au-dessus de P1 · vital.',
      /Après cette décision, \d+ postes sur \d+/,
      /^60 décisions enregistrées/,
    ])
      expect(heard).toContainEqual(typeof told === 'string' ? told : expect.stringMatching(told));

    await hand.press('z');
    await expect.poll(countP1, SOON).toBe(0);
    for (const page of [mine, theirs]) await expect.poll(() => countIn(page, 'none'), SOON).toBe(MISSIONS);
    await expect.poll(() => hand.heard(), SOON).toContainEqual(expect.stringMatching(/^60 décisions annulées/));
    await hand.isOn(hand.page.locator('[data-card][tabindex="0"]'));
    expect(await hand.pointers()).toBe(0);
    for (const desk of [camille, ines]) expect(await desk.errors()).toEqual([]);
  }, 240_000);

  it.each(['mouse', 'keys'] as const)(
    'D12 a card held by %s stays there while a colleague moves it, and is told',
    async (by) => {
      const { camille, ines, mine, theirs } = await ground();
      // The first of the lane: in sight of both.
      await mine.locator('[data-card][tabindex="0"]').focus();
      await mine.keyboard.press('Home');
      const first = mine.locator('[data-card-lane="none"][data-index="0"]');
      await first.and(mine.locator(':focus')).waitFor(SOON);
      const card = await first.getAttribute('data-card');
      const id = card ?? '';
      if (by === 'mouse') {
        const from = await cardOf(mine, id).boundingBox();
        const over = await mine.locator('[data-lane-head="P4"]').boundingBox();
        if (from === null || over === null) throw new Error('Nothing to drag');
        await mine.mouse.move(from.x + 30, from.y + 20);
        await mine.mouse.down();
        await mine.mouse.move(over.x + over.width / 2, from.y + 20, { steps: 6 });
      } else {
        await cardOf(mine, id).focus();
        await mine.keyboard.press(' ');
        await mine.keyboard.press('ArrowLeft');
      }
      await foot(mine).getByText('1 carte vers P4 · à différer').waitFor(SOON);
      const before = await cardOf(mine, id).boundingBox();
      await cardOf(theirs, id).focus();
      await theirs.keyboard.press('Digit3');
      await expect.poll(() => laneOf(theirs, id), SOON).toBe('P3');
      await foot(mine).getByText('1 carte saisie a changé entre-temps').waitFor(SOON);
      expect(await laneOf(mine, id)).toBe('none');
      expect(await cardOf(mine, id).boundingBox()).toEqual(before);
      await camille.picture('board', `9-held-by-${by}`);

      // Put down: what the other did is said first, and may be left as it is.
      if (by === 'mouse') await mine.mouse.up();
      else await mine.keyboard.press('Enter');
      const dialog = mine.getByRole('dialog');
      await dialog.getByText(/Inès Coquelicot.* l’a placée en P3 · important/).waitFor(SOON);
      await mine.getByRole('button', { name: 'Laisser comme c’est' }).and(mine.locator(':focus')).waitFor(SOON);
      await mine.keyboard.press('Enter');
      for (const page of [mine, theirs]) await expect.poll(() => laneOf(page, id), SOON).toBe('P3');
      for (const desk of [camille, ines]) expect(await desk.errors()).toEqual([]);
    },
    180_000,
  );
});
