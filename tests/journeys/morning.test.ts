/** The morning: a regulator signs in, the region arrives, the queue is useful. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyDeskHost } from '../support/desk-hosts.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { placeMissions } from './place-missions.ts';

describe.each(everyDeskHost())('morning, on the %s host', (hostName) => {
  const held = { world: null as DeskWorld | null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      await placeMissions(world, 120);
      for (let index = 0; index < 40; index += 1) await world.candidate({ emailKey: null, endDate: null });
    }, hostName);
  });
  afterAll(() => held.world?.dispose());

  it('F105 F114 signs in by the window, brings the region, and shows the queue and an up-to-date status bar', async () => {
    const { world: deskWorld } = held;
    if (deskWorld === null) throw new Error('No world');
    const desk = await deskWorld.desk('Camille Aubépine', ['missions']);
    const state = await desk.upToDate();
    expect(state).toMatchObject({ waiting: 0, conflicts: 0, refused: 0, progress: null });
    const page = await desk.page('missions');
    const status = page.getByRole('contentinfo');
    await expect.poll(() => status.innerText(), { timeout: 20_000 }).toContain('À jour');
    expect(await status.innerText()).toContain('Camille Aubépine');
    await expect.poll(() => page.locator('.dk-foot').innerText(), { timeout: 20_000 }).toContain('sur 120');
    const row = page.locator('[data-row]').first();
    await row.click();
    await expect.poll(() => page.locator('aside').innerText()).toContain('EHPAD de démonstration');
    await expect.poll(() => page.locator('aside').innerText()).toMatch(/Score : \d+ point/i);
    // Forty nurses of the region match every one of these missions.
    await expect.poll(() => page.locator('aside').innerText()).toContain('40 dans vos viviers');
    await desk.picture('missions', `1-morning-${hostName}`);
    expect(await desk.errors()).toEqual([]);
  });
});
