/** Requests to the Réserve sanitaire, logged by the national desk. */
import { afterEach, expect, it } from 'vitest';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const codeOf = (verdict: Verdict | undefined) => (verdict && 'code' in verdict ? verdict.code : verdict?.outcome);

onBothDatabases('requests to the Réserve sanitaire', (kind) => {
  let world: World;
  afterEach(() => world.dispose());

  it('F147 are logged by the CCS for an open mission, and answered once', async () => {
    world = await startWorld(kind);
    const mission = await world.mission();
    const full = await world.mission({ accepted: 1 });
    const id = world.nextId();
    const send = (actor: Principal, missionId: string) =>
      world
        .send(
          actor,
          world.command('reserve-request.send', id, { missionId, headcount: 2, message: 'Deux réanimateurs' }),
        )
        .then(([verdict]) => codeOf(verdict));
    expect(await send(world.regulator(6), mission.id)).toBe('no-right');
    expect(await send(world.desk(), full.id)).toBe('mission-not-open');
    expect(await send(world.desk(), 'no-such-mission')).toBe('unknown-mission');
    expect(await send(world.desk(), mission.id)).toBe('accepted');
    expect(await send(world.desk(), mission.id)).toBe('subject-exists');
    const answer = async (version: number, granted: boolean, subject = id) => {
      const input = { granted, message: 'Deux réservistes pour quinze jours' };
      const [verdict] = await world.send(
        world.desk(),
        world.command('reserve-request.record-answer', subject, input, { version }),
      );
      return codeOf(verdict);
    };
    expect(await answer(1, true, 'no-such-request')).toBe('unknown-reserve-request');
    expect(await answer(1, true)).toBe('accepted');
    expect(await answer(1, false)).toBe('subject-changed');
    expect(await answer(2, false)).toBe('reserve-answered');
    expect(await world.row('reserveRequest', id)).toMatchObject({ state: 'granted', headcount: 2, agency: 6 });
  });
});
