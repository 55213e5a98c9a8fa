/** Nobody touches the workstation: it covers itself, forgets its key, and gives everything back to its person. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyDeskHost } from '../support/desk-hosts.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const PERSON = 'Camille Aubépine';

describe.each(everyDeskHost())('a workstation left alone, on the %s host', (hostName) => {
  const held = { world: null as DeskWorld | null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      await placeMissions(world, 12);
    }, hostName);
  });
  afterAll(() => held.world?.dispose());

  it('S53 is covered after ten minutes, its base closed; signing in gives back what was typed', async () => {
    const { world: deskWorld } = held;
    if (deskWorld === null) throw new Error('No world');
    const desk = await deskWorld.desk(PERSON);
    await desk.upToDate();
    const page = await desk.page('missions');
    await page.locator('[data-row]').first().waitFor({ timeout: SOON.timeout });
    const search = page.getByLabel('Rechercher ( / )').first();
    await search.fill('Tilleuls');

    desk.rest(700);
    const cover = page.getByRole('dialog', { name: 'Poste verrouillé' });
    await cover.waitFor({ timeout: 40_000 });
    expect((await desk.app.room.client.sync.state()).connection).toBe('signed-out');
    await expect(
      desk.app.room.client.missions.page({ filters: [], search: '', sorts: [], offset: 0, limit: 1 }),
    ).rejects.toThrow();
    await desk.picture('missions', `7-locked-${hostName}`);

    desk.rest(0);
    await cover.getByRole('button', { name: 'Se reconnecter pour reprendre' }).click();
    await desk.choosePerson(PERSON);
    await cover.waitFor({ state: 'hidden', timeout: 40_000 });
    await desk.upToDate();
    expect(await search.inputValue()).toBe('Tilleuls');
    await search.fill('');
    await page.locator('[data-row]').first().waitFor({ timeout: SOON.timeout });
    expect(await desk.errors()).toEqual([]);
  });
});
