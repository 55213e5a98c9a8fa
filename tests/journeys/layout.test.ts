/** The windows of a cell over a restart, under a name, and on displays that come and go. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bounds, Display } from '../../src-main/host/host.ts';
import type { Desk, DeskWorld, Screens } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const LEFT: Display = { id: 'left', bounds: { x: 0, y: 0, width: 1440, height: 900 }, scale: 1 };
const RIGHT: Display = { id: 'right', bounds: { x: 1440, y: 0, width: 1440, height: 900 }, scale: 1 };

/** Displays that the test unplugs and plugs again. */
function screens() {
  const state = { displays: [LEFT, RIGHT] as readonly Display[], listeners: [] as (() => void)[] };
  const given: Screens = {
    displays: () => state.displays,
    onDisplaysChanged: (listener) => void state.listeners.push(listener),
  };
  return {
    given,
    become(...displays: Display[]) {
      state.displays = displays;
      for (const listener of state.listeners) listener();
    },
  };
}

describe('the layout of a cell', () => {
  const held = { world: null as DeskWorld | null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      await placeMissions(world, 12);
    });
  });
  afterAll(() => held.world?.dispose());

  const open = async (windows: Parameters<DeskWorld['desk']>[1], on = screens()) => {
    if (held.world === null) throw new Error('No world');
    const desk = await held.world.desk('Camille Aubépine', windows, on.given);
    await desk.upToDate();
    return { desk, on };
  };
  const windowOf = (desk: Desk, kind: string) => {
    const found = desk.app.windows.all().find(({ window }) => window === kind);
    if (found === undefined) throw new Error(`No window ${kind}`);
    return found;
  };
  const homeOf = (desk: Desk, kind: string) =>
    desk.app.windows.memories().find(({ window }) => window === kind)?.home?.bounds;
  const put = async (desk: Desk, kind: string, bounds: Bounds) => {
    windowOf(desk, kind).place(bounds);
    await expect.poll(() => windowOf(desk, kind).bounds(), SOON).toEqual(bounds);
    // The page tells that it was moved when its size changed.
    await expect.poll(() => homeOf(desk, kind), SOON).toEqual(bounds);
  };

  it('three windows come back after a restart, each with its filters, its place and its pin', async () => {
    const { desk } = await open(['missions', 'candidates', 'crisis']);
    const queue = await desk.page('missions');
    await queue.getByLabel('Rechercher ( / )').fill('démonstration');
    await queue.locator('tr[data-row]').first().click({ timeout: SOON.timeout });
    await expect.poll(() => desk.app.workspace.selection.current().subject !== null, SOON).toBe(true);
    await queue.keyboard.press('Escape');
    await queue.locator('tr[data-row]').first().focus();
    await queue.keyboard.press('g');
    const place = { x: 40, y: 30, width: 1100, height: 700 };
    await put(desk, 'candidates', place);
    await expect.poll(() => desk.app.windows.memories()[0]?.state ?? '', SOON).toContain('démonstration');
    const pinned = desk.app.windows.memories()[0]?.pinned;
    expect(pinned).toMatchObject({ kind: 'mission' });

    const again = await desk.again();
    await again.upToDate();
    expect(again.app.windows.list().map(({ window }) => window)).toEqual(['missions', 'candidates', 'crisis']);
    const restored = await again.page('missions');
    await expect.poll(() => restored.getByLabel('Rechercher ( / )').inputValue(), SOON).toBe('démonstration');
    await restored.getByText(/Fenêtre épinglée/).waitFor({ timeout: SOON.timeout });
    expect(await windowOf(again, 'candidates').bounds()).toEqual(place);
    expect(await again.errors()).toEqual([]);
    await again.leave();
  });

  it('a display disappears: its window comes to the one that is left, and goes home when it is back', async () => {
    const { desk, on } = await open(['missions', 'candidates']);
    const home = { x: 1500, y: 60, width: 1200, height: 700 };
    await put(desk, 'candidates', home);
    on.become(LEFT);
    await expect.poll(() => windowOf(desk, 'candidates').bounds(), SOON).toMatchObject({ width: 1200, height: 700 });
    await expect
      .poll(async () => {
        const { x, width } = await windowOf(desk, 'candidates').bounds();
        return x >= 0 && x + width <= LEFT.bounds.width;
      }, SOON)
      .toBe(true);
    expect(homeOf(desk, 'candidates')).toEqual(home);
    on.become(LEFT, RIGHT);
    await expect.poll(() => windowOf(desk, 'candidates').bounds(), SOON).toEqual(home);
    await desk.leave();
  });

  it('an arrangement is saved, applied and removed from the windows’ own list', async () => {
    const { desk } = await open(['missions', 'candidates']);
    const page = await desk.page('missions');
    await page.keyboard.press('Control+j');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom de la disposition').fill('Cellule 3 écrans');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Appliquer Cellule 3 écrans' }).waitFor({ timeout: SOON.timeout });
    await dialog.getByRole('button', { name: 'Fermer Professionnels volontaires' }).click();
    await expect.poll(() => desk.app.windows.list().length, SOON).toBe(1);
    await dialog.getByRole('button', { name: 'Appliquer Cellule 3 écrans' }).click();
    await expect
      .poll(() => desk.app.windows.list().map(({ window }) => window), SOON)
      .toEqual(['missions', 'candidates']);
    await page.keyboard.press('Control+j');
    await page.getByRole('button', { name: 'Supprimer Cellule 3 écrans' }).click({ timeout: SOON.timeout });
    await expect.poll(() => desk.app.workspace.layouts.list(), SOON).toEqual([]);
    expect(await desk.errors()).toEqual([]);
  });
});
