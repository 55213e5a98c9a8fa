/** The network goes, the work goes on, the workstation is closed and opened again, and everything arrives once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import { everyDeskHost } from '../support/desk-hosts.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { decidedStates, outboxCounts, prioritise, SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const AFTER_RETRIES = { ...SOON, timeout: 60_000 };

describe.each(everyDeskHost())('without network, on the %s host', (hostName) => {
  const held = { world: null as DeskWorld | null, missions: [] as readonly Stored<'mission'>[] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.missions = await placeMissions(world, 12);
    }, hostName);
  });
  afterAll(() => held.world?.dispose());

  it('D3 keeps decisions through an outage and a restart, and delivers each of them once', async () => {
    const { world: deskWorld, missions } = held;
    if (deskWorld === null) throw new Error('No world');
    const decided = missions.slice(0, 3).map(({ id }, index) => ({ id, digit: String(index + 2) }));
    const told = async () => {
      const { read } = deskWorld.world.ground.database;
      const lines = read.selectFrom('journal').select('subjectId').where('kind', '=', 'mission.set-priority');
      return (await lines.execute()).map(({ subjectId }) => subjectId).sort();
    };
    const desk = await deskWorld.desk('Camille Aubépine');
    await desk.upToDate();
    const page = await desk.page('missions');
    await page.locator('[data-row]').first().waitFor({ timeout: SOON.timeout });

    deskWorld.gate.cut();
    for (const { id, digit } of decided) await prioritise(page, id, digit);
    const status = page.getByRole('contentinfo');
    await expect.poll(() => status.innerText(), SOON).toContain('Hors ligne');
    await expect.poll(() => status.innerText(), SOON).toContain('3 décisions en attente');
    await expect.poll(() => page.locator(`[data-row="${decided[0]?.id}"]`).innerText(), SOON).toContain('P2');
    expect(await told()).toEqual([]);
    await desk.picture('missions', `3-offline-${hostName}`);
    expect(await desk.errors()).toEqual([]);

    const again = await desk.again();
    const opened = await again.page('missions');
    await expect.poll(() => opened.getByRole('contentinfo').innerText(), SOON).toContain('3 décisions en attente');
    for (const { id, digit } of decided)
      await expect.poll(() => opened.locator(`[data-row="${id}"]`).innerText(), SOON).toContain(`P${digit}`);
    expect(await told()).toEqual([]);
    await again.picture('missions', `3-offline-opened-again-${hostName}`);

    deskWorld.gate.restore();
    await again.app.room.client.sync.now();
    await expect.poll(() => outboxCounts(again), AFTER_RETRIES).toEqual({ waiting: 0, conflicts: 0, refused: 0 });
    await expect.poll(() => decidedStates(again), SOON).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(await told()).toEqual(decided.map(({ id }) => id).sort());
    for (const { id, digit } of decided)
      expect(await deskWorld.world.row('mission', id)).toMatchObject({ priority: `P${digit}` });
    await again.upToDate();
    await expect.poll(() => opened.getByRole('contentinfo').innerText(), SOON).toContain('À jour');
    await again.picture('missions', `3-delivered-${hostName}`);
    expect(await again.errors()).toEqual([]);
  });
});
