/** Three people of one cell on one board: moves that cross, a card held while another moves it, one move that loses. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { Desk, DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { decidedStates, outboxCounts, SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const cardOf = (page: Page, id: string) => page.locator(`[data-card="${id}"]`);
const laneOf = (page: Page, id: string) => cardOf(page, id).getAttribute('data-card-lane', SOON);
const foot = (page: Page) => page.locator('.bd-foot');

describe('three people on one board', () => {
  const held = { world: null as DeskWorld | null, missions: [] as readonly Stored<'mission'>[] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.missions = await placeMissions(world, 12);
    });
  });
  afterAll(() => held.world?.dispose());

  it('D3 D12 shows each other’s moves live, says what happened to a held card, gives the losing move back, and ends alike', {
    timeout: 240_000,
  }, async () => {
    const { world: deskWorld, missions } = held;
    const [first, second, ...others] = missions;
    if (deskWorld === null || first === undefined || second === undefined) throw new Error('No world');
    const names = ['Camille Aubépine', 'Inès Coquelicot', 'Noa Mirabelle'] as const;
    const desks: Desk[] = [];
    for (const name of names) desks.push(await deskWorld.desk(name, ['board']));
    await Promise.all(desks.map((desk) => desk.upToDate()));
    const pages = await Promise.all(desks.map((desk) => desk.page('board')));
    const [camille, ines, noa] = pages;
    const [camilleDesk] = desks;
    if (camille === undefined || ines === undefined || noa === undefined || camilleDesk === undefined)
      throw new Error('No page');
    for (const page of pages) await cardOf(page, first.id).waitFor(SOON);

    // One moves it with a key; the others see it go, and who did it.
    await cardOf(camille, first.id).focus();
    await camille.keyboard.press('Digit3');
    await foot(camille).getByText('placée en P3 · important').waitFor(SOON);
    for (const page of [ines, noa]) {
      await expect.poll(() => laneOf(page, first.id), SOON).toBe('P3');
      await cardOf(page, first.id).getByText('par Camille A.').waitFor(SOON);
    }

    // Held by one while another moves it: it stays in the hand, and that is said before anything is committed.
    await cardOf(ines, first.id).focus();
    await ines.keyboard.press(' ');
    await cardOf(noa, first.id).focus();
    await noa.keyboard.press('Digit4');
    await foot(ines).getByText('1 carte saisie a changé entre-temps').waitFor(SOON);
    expect(await laneOf(ines, first.id)).toBe('P3');
    await ines.keyboard.press('ArrowLeft');
    await ines.keyboard.press('Enter');
    const dialog = ines.getByRole('dialog');
    await dialog.getByText(/Noa Mirabelle.* l’a placée en P4 · à différer/).waitFor(SOON);
    await desks[1]?.picture('board', '8-board-held');
    await dialog.getByRole('button', { name: 'Poser quand même en P2 · urgent' }).click();
    for (const page of pages) await expect.poll(() => laneOf(page, first.id), SOON).toBe('P2');

    // Decided on what one knew before another decided: the move comes back, with the reason.
    await camilleDesk.app.room.client.sync.pause({ paused: true });
    await cardOf(noa, second.id).focus();
    await noa.keyboard.press('Digit4');
    await expect.poll(() => laneOf(ines, second.id), SOON).toBe('P4');
    await cardOf(camille, second.id).focus();
    await camille.keyboard.press('Digit3');
    await expect.poll(() => laneOf(camille, second.id), SOON).toBe('P3');
    await cardOf(camille, second.id).getByText('En attente', { exact: true }).waitFor(SOON);
    await camilleDesk.app.room.client.sync.pause({ paused: false });
    await expect.poll(() => laneOf(camille, second.id), SOON).toBe('P4');
    await cardOf(camille, second.id).getByText('Conflit', { exact: true }).waitFor(SOON);
    await expect.poll(() => outboxCounts(camilleDesk), SOON).toMatchObject({ waiting: 0, conflicts: 1 });
    await camilleDesk.picture('board', '8-board-conflict');

    // The same ten cards by all three at once, each into another lane.
    const ten = others.map(({ id }) => id);
    for (const page of pages) {
      await cardOf(page, ten[0] ?? '').focus();
      await page.keyboard.press('Control+a');
      await page.getByText('10 missions choisies').waitFor(SOON);
    }
    for (const [index, page] of pages.entries()) {
      await page.keyboard.press(`Digit${index + 2}`);
      await page.getByRole('dialog').getByRole('button', { name: 'Confirmer pour 10' }).waitFor(SOON);
    }
    await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Confirmer pour 10' }).click(SOON)));
    for (const desk of desks) await expect.poll(async () => (await outboxCounts(desk)).waiting, SOON).toBe(0);
    const states = (await Promise.all(desks.map(decidedStates))).flat();
    // Each card was won once at least, and nobody's move is lost: it stands, or says that it lost.
    expect(states.filter((state) => state === 'confirmed').length).toBeGreaterThanOrEqual(10);
    expect(states.filter((state) => !['confirmed', 'conflict'].includes(state))).toEqual([]);
    const told = await deskWorld.world.ground.database.read.selectFrom('mission').select(['id', 'priority']).execute();
    for (const page of pages)
      for (const { id, priority } of told) await expect.poll(() => laneOf(page, id), SOON).toBe(priority);
    await noa.keyboard.press('Escape');
    await desks[2]?.picture('board', '8-board-three');
    for (const desk of desks) expect(await desk.errors()).toEqual([]);
  });
});
