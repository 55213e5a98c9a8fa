/** A regulator's simplest decision, judged exactly once, on both databases. */
import { expect, it } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import { startWorld } from '../support/world.ts';

onBothDatabases('setting a priority', (kind) => {
  it('F114 gives the lane, its author and a feed number, and answers a replay word for word', async () => {
    const world = await startWorld(kind);
    const mission = await world.mission();
    const command = world.command('mission.set-priority', mission.id, {
      priority: 'P1',
      reason: 'Service fermé demain',
    });
    const [first] = await world.send(world.regulator(), command);
    const [replay] = await world.send(world.regulator(), command);
    expect(first?.outcome).toBe('accepted');
    expect(replay).toEqual(first);
    const row = await world.row('mission', mission.id);
    expect(row).toMatchObject({ priority: 'P1', priorityVersion: 1, priorityByName: 'Régulation 6' });
    await world.dispose();
  });

  it('refuses the same id with another body, or from another person', async () => {
    const world = await startWorld(kind);
    const mission = await world.mission();
    const command = world.command('mission.set-priority', mission.id, {
      priority: 'P1',
      reason: 'Service fermé demain',
    });
    await world.send(world.regulator(), command);
    const altered = { ...command, input: { ...command.input, priority: 'P4' as const } };
    const [other] = await world.send(world.regulator(), altered);
    const [stranger] = await world.send(world.regulator(6, { personId: 'someone-else' }), command);
    expect(other).toMatchObject({ outcome: 'refused', code: 'command-id-reused' });
    expect(stranger).toMatchObject({ outcome: 'refused', code: 'command-id-reused' });
    expect(await world.row('mission', mission.id)).toMatchObject({ priority: 'P1', priorityVersion: 1 });
    await world.dispose();
  });

  it('tells the loser by whom and when', async () => {
    const world = await startWorld(kind);
    const mission = await world.mission();
    const decide = (priority: 'P1' | 'P2') =>
      world.command('mission.set-priority', mission.id, { priority, reason: 'Service fermé demain' });
    await world.send(world.regulator(6, { personId: 'a', displayName: 'Camille A.' }), decide('P1'));
    const [verdict] = await world.send(world.regulator(6, { personId: 'b' }), decide('P2'));
    expect(verdict).toMatchObject({
      outcome: 'conflict',
      author: 'Camille A.',
      at: '2020-11-15T08:00:00.000Z',
      current: { kind: 'mission', row: { priority: 'P1', priorityVersion: 1 } },
    });
    await world.dispose();
  });

  it('S42 refuses a region that is not the actor’s', async () => {
    const world = await startWorld(kind);
    const mission = await world.mission();
    const [verdict] = await world.send(
      world.regulator(14),
      world.command('mission.set-priority', mission.id, { priority: 'P1', reason: null }),
    );
    expect(verdict).toMatchObject({ outcome: 'refused', code: 'out-of-scope' });
    await world.dispose();
  });
});
