/**
 * Two transactions that commit in the reverse order of their start (ARCHITECTURE §6): the first to begin is held at
 * the feed lock while the second commits and a workstation pulls.
 *
 * ```
 * first   ── begins ── works ──────── waits ─────────────────── numbers ── commits
 * second            ── begins ── works ── numbers ── commits
 * workstation                                             pull                     pull: has both
 * ```
 */
import { describe, expect, inject, it } from 'vitest';
import type { Principal } from '../../contract/national/principal.ts';
import type { Ground } from '../../national-api/kernel/ground.ts';
import { startMirror } from './oracles/client-mirror.ts';
import { EVERY_BUG } from './planted/every-bug.ts';
import { leadOf } from './races/cast.ts';
import { commandOf } from './races/moves/move.ts';
import { pullAll } from './races/observer.ts';
import { idMaker, openStage } from './races/stage.ts';
import { placeSubjects } from './races/subjects.ts';
import { THEMES } from './races/themes.ts';
import { seededRandom } from './seeded-random.ts';
import type { ServiceCode } from './service/load-service.ts';
import { loadService } from './service/load-service.ts';

/** An instance whose first transaction stops at the feed lock until it is let go. */
function heldAtFeedLock(ground: Ground): { ground: Ground; arrived: Promise<void>; letGo: () => void } {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const { promise: freed, resolve: letGo } = Promise.withResolvers<void>();
  const database: Ground['database'] = {
    ...ground.database,
    async lockFeed(writer) {
      arrive();
      await freed;
      await ground.database.lockFeed(writer);
    },
  };
  return { ground: { ...ground, database }, arrived, letGo };
}

async function decide(code: ServiceCode, ground: Ground, actor: Principal, missionId: string, commandId: string) {
  const attempt = { subject: missionId, version: 0, input: { text: 'Rappeler le cadre de santé' } };
  const command = commandOf('mission.note', attempt, commandId, '2020-11-15T08:00:00.000Z');
  const [verdict] = await code.batch.executeBatch(ground, code.handlers.HANDLERS, actor, [command]);
  return verdict?.outcome;
}

/** Plays the drawing above; gives the missions whose note the workstation knows at the end. */
async function notesAfterReverseCommits(code: ServiceCode): Promise<{ wanted: string[]; known: string[] }> {
  const stage = await openStage('postgres', code, inject('postgresServer'));
  try {
    const [one, other] = stage.grounds;
    const theme = THEMES.find(({ missions }) => missions[0] >= 2);
    if (!one || !other || !theme) throw new Error('Two instances and two missions are needed');
    const subjects = await placeSubjects(code, one, { slot: 0, seed: 1, theme, random: seededRandom('order') });
    const [first = '', second = ''] = subjects.missions;
    const actor = leadOf(subjects.receiver, 1);
    const mirror = startMirror(actor, 0, 0);
    await pullAll(code, one, mirror);
    const makeId = idMaker(2);

    const held = heldAtFeedLock(one);
    const firstDecision = decide(code, held.ground, actor, first, makeId());
    await held.arrived;
    expect(await decide(code, other, actor, second, makeId())).toBe('accepted');
    await pullAll(code, other, mirror);
    held.letGo();
    expect(await firstDecision).toBe('accepted');
    await pullAll(code, other, mirror);

    const known = [first, second].filter((id) => mirror.rows.get(`mission:${id}`)?.row['note'] !== null);
    return { wanted: [first, second], known };
  } finally {
    await stage.dispose();
  }
}

describe('two transactions committed in the reverse order of their start', () => {
  it('F177 nothing is skipped', async () => {
    const { wanted, known } = await notesAfterReverseCommits(await loadService());
    expect(known).toEqual(wanted);
  });

  it('its twin whose feed number is taken early skips the first', async () => {
    const bug = EVERY_BUG.find(({ name }) => name === 'feed-number-taken-early');
    const { wanted, known } = await notesAfterReverseCommits(await loadService('feed-order-twin', bug?.changes));
    expect(known).toEqual(wanted.slice(1));
  });
});
