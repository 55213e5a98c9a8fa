/** The alert of an ARS to the national desk, from the call to its end. */
import { afterEach, expect, it } from 'vitest';
import { liftAlertIfAny } from '../../national-api/commands/lift-alert.ts';
import { changeRow, transact } from '../support/change-rows.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

onBothDatabases('alerts to the CCS', (kind) => {
  let world: World;
  const start = async () => {
    world = await startWorld(kind);
    return world.mission({ headcount: 2 });
  };
  const raise = (mission: string, version = 0) =>
    world.command('alert.raise', mission, { message: 'Plus personne à proposer', tried: ['region'] }, { version });
  afterEach(() => world.dispose());

  it('F107 goes POSÉE, PRISE, RÉPONDUE, LEVÉE, and the mission says so at each step', async () => {
    const mission = await start();
    const column = async () => (await world.row('mission', mission.id)).alert;
    const states = [];
    await world.send(world.regulator(), raise(mission.id));
    states.push(await column());
    await world.send(world.desk(), world.command('alert.take', mission.id, {}, { version: 1 }));
    states.push(await column());
    await world.send(world.desk(), world.command('alert.answer', mission.id, { text: 'On ouvre' }, { version: 2 }));
    states.push(await column());
    await world.send(world.regulator(), world.command('alert.lift', mission.id, { reason: 'Merci' }, { version: 3 }));
    states.push(await column());
    expect(states).toEqual(['raised', 'taken', 'answered', 'lifted']);
    const alert = await world.row('alert', mission.id);
    expect(alert).toMatchObject({ version: 4, state: 'lifted', tried: '["region"]', takenByName: 'CCS' });
    expect(JSON.parse(alert.thread).map(({ side, text }: { side: string; text: string }) => [side, text])).toEqual([
      ['agency', 'Plus personne à proposer'],
      ['ccs', 'On ouvre'],
      ['agency', 'Merci'],
    ]);
    const lines = await world.ground.database.read.selectFrom('journal').select('kind').orderBy('number').execute();
    expect(lines.map((line) => line.kind)).toEqual(['alert.raise', 'alert.take', 'alert.answer', 'alert.lift']);
    expect((await world.row('mission', mission.id)).version).toBe(mission.version);
  });

  it('F107 can be declined, then raised again with its thread', async () => {
    const mission = await start();
    await world.send(world.regulator(), raise(mission.id));
    await world.send(world.desk(), world.command('alert.take', mission.id, {}, { version: 1 }));
    await world.send(world.desk(), world.command('alert.decline', mission.id, { text: 'Personne' }, { version: 2 }));
    const [again] = await world.send(world.regulator(), raise(mission.id, 3));
    expect(again?.outcome).toBe('accepted');
    const alert = await world.row('alert', mission.id);
    expect(alert).toMatchObject({ state: 'raised', version: 4, takenByName: null, decidedAt: null });
    expect(JSON.parse(alert.thread)).toHaveLength(3);
  });

  it('tells the one who comes second who took it, and when', async () => {
    const mission = await start();
    await world.send(world.regulator(), raise(mission.id));
    const take = (personId: string, displayName: string) =>
      world.send(world.desk({ personId, displayName }), world.command('alert.take', mission.id, {}, { version: 1 }));
    await take('a', 'Dominique A.');
    const [second] = await take('b', 'Claude B.');
    expect(second).toMatchObject({
      outcome: 'conflict',
      code: 'alert-changed',
      author: 'Dominique A.',
      at: '2020-11-15T08:00:00.000Z',
      current: { kind: 'alert', row: { state: 'taken' } },
    });
    const [twice] = await world.send(world.regulator(), raise(mission.id));
    expect(twice).toMatchObject({ outcome: 'conflict', code: 'alert-changed' });
  });

  it('refuses what the alert’s state does not allow', async () => {
    const mission = await start();
    const [unknown] = await world.send(world.desk(), world.command('alert.take', mission.id, {}));
    await world.send(world.regulator(), raise(mission.id));
    const [unTaken] = await world.send(
      world.desk(),
      world.command('alert.answer', mission.id, { text: 'x' }, { version: 1 }),
    );
    const [twice] = await world.send(world.regulator(), raise(mission.id, 1));
    await world.send(world.regulator(), world.command('alert.lift', mission.id, { reason: 'x' }, { version: 1 }));
    const [late] = await world.send(
      world.desk(),
      world.command('alert.comment', mission.id, { text: 'x' }, { version: 2 }),
    );
    expect([unknown, unTaken, twice, late].map((verdict) => verdict && 'code' in verdict && verdict.code)).toEqual([
      'unknown-alert',
      'alert-not-in-this-state',
      'alert-not-in-this-state',
      'alert-not-in-this-state',
    ]);
    expect(unTaken).toMatchObject({ message: "Cette action n'est pas possible : l'alerte est POSÉE." });
  });

  it('refuses an alert on a mission that lacks nobody, and steps that are not on the ladder', async () => {
    await start();
    const none = await world.mission({ headcount: 0 });
    const filled = await world.mission({ headcount: 1, accepted: 1 });
    const ended = await world.mission({ startDate: '2020-11-01', endDate: '2020-11-14' });
    const closed = await world.mission({ state: 'closed' });
    for (const mission of [none, filled, ended, closed]) {
      const [verdict] = await world.send(world.regulator(), raise(mission.id));
      expect(verdict).toMatchObject({ outcome: 'refused', code: 'mission-not-open' });
    }
    const mission = await world.mission();
    const [step] = await world.send(
      world.regulator(),
      world.command('alert.raise', mission.id, { message: 'x', tried: ['moon'] }),
    );
    expect(step).toMatchObject({ outcome: 'refused', code: 'unknown-ladder-step' });
    const [nowhere] = await world.send(world.regulator(), raise('no-such-mission'));
    expect(nowhere).toMatchObject({ outcome: 'refused', code: 'unknown-mission' });
  });

  it('S42 lets the ARS of the mission alert and the CCS answer, nobody else', async () => {
    const mission = await start();
    const code = async (actor: ReturnType<World['desk']>, command: Parameters<World['send']>[1]) => {
      const [verdict] = await world.send(actor, command);
      return verdict && 'code' in verdict ? verdict.code : verdict?.outcome;
    };
    expect(await code(world.desk(), raise(mission.id))).toBe('no-right');
    expect(await code(world.regulator(14), raise(mission.id))).toBe('out-of-scope');
    expect(await code(world.requester(mission.establishmentId), raise(mission.id))).toBe('no-right');
    expect(await code(world.regulator(), raise(mission.id))).toBe('accepted');
    expect(await code(world.regulator(), world.command('alert.take', mission.id, {}, { version: 1 }))).toBe('no-right');
    const comment = (version: number) =>
      world.command('alert.comment', mission.id, { text: 'Où en est-on ?' }, { version });
    expect(await code(world.regulator(14), comment(1))).toBe('out-of-scope');
    expect(await code(world.regulator(6, { role: 'auditor' }), comment(1))).toBe('no-right');
    expect(await code(world.regulator(), comment(1))).toBe('accepted');
    expect(await code(world.desk(), comment(2))).toBe('accepted');
  });

  it('F107 lifts by itself once, in the name of the service, and leaves a declined alert as it was answered', async () => {
    const mission = await start();
    const declined = await world.mission();
    await world.send(world.regulator(), raise(mission.id));
    await world.send(world.regulator(), raise(declined.id));
    await changeRow(world, 'alert', declined.id, { state: 'declined' });
    for (const id of [mission.id, declined.id, 'no-such-mission']) {
      await transact(world, (work) => liftAlertIfAny(work, id, 'mission pourvue'));
      await transact(world, (work) => liftAlertIfAny(work, id, 'mission pourvue'));
    }
    expect(await world.row('alert', mission.id)).toMatchObject({
      state: 'lifted',
      version: 2,
      decidedByName: 'Service national',
    });
    expect(await world.row('mission', mission.id)).toMatchObject({ alert: 'lifted' });
    expect(await world.row('alert', declined.id)).toMatchObject({ state: 'declined' });
    const lifts = await world.ground.database.read
      .selectFrom('journal')
      .select(['actorId', 'origin', 'subjectId'])
      .where('kind', '=', 'alert.lift')
      .execute();
    expect(lifts).toEqual([{ actorId: 'system', origin: 'system', subjectId: mission.id }]);
  });
});
