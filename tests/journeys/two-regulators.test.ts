/** Two people of one cell on the same mission; and an answer that is lost after the service has decided. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { Desk, DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { decidedStates, outboxCounts, prioritise, SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

describe('two regulators', () => {
  const held = { world: null as DeskWorld | null, missions: [] as readonly Stored<'mission'>[] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.missions = await placeMissions(world, 12);
    });
  });
  afterAll(() => held.world?.dispose());

  const priorityShown = async (desk: Desk, id: string) =>
    (await desk.app.room.client.missions.sheet({ id })).mission['priority'];

  it('D3 tells the loser who decided and when; a lost answer is no conflict', async () => {
    const { world: deskWorld, missions } = held;
    const [disputed, quiet] = missions;
    if (deskWorld === null || disputed === undefined || quiet === undefined) throw new Error('No world');
    const journalOf = async (missionId: string) => {
      const { read } = deskWorld.world.ground.database;
      const lines = read.selectFrom('journal').select('kind').where('subjectId', '=', missionId);
      return (await lines.where('kind', '=', 'mission.set-priority').execute()).length;
    };
    const first = await deskWorld.desk('Camille Aubépine', ['missions', 'outbox']);
    const second = await deskWorld.desk('Inès Coquelicot', ['missions', 'outbox']);
    await Promise.all([first.upToDate(), second.upToDate()]);

    // The second works on what it knew: nothing comes in, nothing leaves.
    await second.app.room.client.sync.pause({ paused: true });
    await prioritise(await first.page('missions'), disputed.id, '2');
    await expect.poll(() => decidedStates(first), SOON).toEqual(['confirmed']);
    expect(await priorityShown(second, disputed.id)).toBe('none');
    await prioritise(await second.page('missions'), disputed.id, '4');
    await expect.poll(() => outboxCounts(second), SOON).toMatchObject({ waiting: 1, conflicts: 0 });
    await second.app.room.client.sync.pause({ paused: false });
    await expect.poll(() => outboxCounts(second), SOON).toEqual({ waiting: 0, conflicts: 1, refused: 0 });

    const outbox = await second.page('outbox');
    await outbox.locator('[data-row]').first().click({ timeout: SOON.timeout });
    const panel = outbox.locator('aside');
    await expect.poll(() => panel.innerText(), SOON).toMatch(/Décidé par Camille Aubépine[^,]*, le \d+ .*\d\d:\d\d/);
    expect(await panel.innerText()).toMatch(/Ma décision\s+P4/);
    expect(await panel.innerText()).toMatch(/Décidé entre-temps\s+P2/);
    await second.picture('outbox', '4-conflict');
    await panel.getByRole('button', { name: 'Garder la leur' }).click();
    await expect.poll(() => outboxCounts(second), SOON).toEqual({ waiting: 0, conflicts: 0, refused: 0 });
    for (const desk of [first, second]) await expect.poll(() => priorityShown(desk, disputed.id), SOON).toBe('P2');
    expect(await journalOf(disputed.id)).toBe(1);

    deskWorld.gate.loseNextAnswer('/v1/commands');
    await prioritise(await first.page('missions'), quiet.id, '3');
    await expect.poll(() => deskWorld.gate.lost(), SOON).toBe(1);
    await expect.poll(() => decidedStates(first), SOON).toEqual(['confirmed', 'confirmed']);
    await expect.poll(() => outboxCounts(first), SOON).toEqual({ waiting: 0, conflicts: 0, refused: 0 });
    expect(await journalOf(quiet.id)).toBe(1);
    await expect.poll(() => priorityShown(second, quiet.id), SOON).toBe('P3');
    const kept = await first.page('outbox');
    await kept.getByText('Toutes', { exact: true }).click();
    await expect.poll(() => kept.locator('[data-row]', { hasText: 'Confirmée' }).count(), SOON).toBe(2);
    await first.picture('outbox', '4-lost-answer');
    expect([...(await first.errors()), ...(await second.errors())]).toEqual([]);
  });
});
