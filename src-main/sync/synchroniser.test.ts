import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk, DeskOptions } from '../../tests/support/desk.ts';
import { openDesk } from '../../tests/support/desk.ts';
import { decide, decisionOf } from '../../tests/support/desk-rows.ts';
import type { HttpWorld } from '../../tests/support/http-world.ts';
import { startHttpWorld } from '../../tests/support/http-world.ts';
import { NationalFault } from '../national/national-fault.ts';
import type { Transport } from '../national/transport.ts';
import { readCursor, readTransfer } from '../store/mirror/cursor.ts';
import { readDecision } from '../store/outbox/read-outbox.ts';
import { readMissionView } from '../store/queries/view-rows.ts';

describe('the synchroniser', () => {
  let http: HttpWorld;
  const desks: Desk[] = [];
  beforeEach(async () => {
    http = await startHttpWorld();
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.dispose();
    await http.dispose();
  });

  function open(options: DeskOptions = {}, person = http.world.regulator(6)): Desk {
    const desk = openDesk(http, person, options);
    desks.push(desk);
    return desk;
  }

  const priority = (commandId: string, missionId: string, value: string, patch: object = {}) =>
    decisionOf(
      { commandId, kind: 'mission.set-priority', subject: missionId, fact: 'priority', missionId, ...patch },
      { priority: value, reason: 'Fermeture' },
    );
  const shown = (desk: Desk, id: string) => [...readMissionView(desk.store, [id])][0];
  const outcome = (desk: Desk, commandId: string) => {
    const { state, outcome: how, message, author, version } = readDecision(desk.store.statements, commandId) ?? {};
    return { state, how, message, author, version };
  };
  const faultOf = async (work: Promise<unknown>): Promise<string | null> =>
    work.then(
      () => null,
      (error: unknown) => (error instanceof NationalFault ? error.code : String(error)),
    );

  /** Lets calls through but for those that the rule changes. */
  function meddle(
    rule: (path: string, call: number) => 'drop-before' | 'drop-after' | 'html' | 'cut' | null,
  ): DeskOptions {
    let call = 0;
    return {
      wrap: (transport: Transport): Transport => ({
        close: () => transport.close(),
        async exchange(request) {
          call += 1;
          const what = rule(request.path, call);
          if (what === 'drop-before') throw new NationalFault('unreachable');
          const answer = await transport.exchange(request);
          if (what === 'html') {
            return { status: 200, headers: { 'content-type': 'text/html' }, body: answer.body };
          }
          if (what === 'cut') {
            const body = async function* () {
              for await (const part of answer.body) {
                yield part.subarray(0, Math.floor(part.length / 2));
                throw new NationalFault('truncated');
              }
            };
            return { ...answer, body: body() };
          }
          if (what === 'drop-after') {
            for await (const _ of answer.body);
            throw new NationalFault('unreachable');
          }
          return answer;
        },
      }),
    };
  }

  describe('a first synchronisation', () => {
    it('brings the whole scope by the ready-made image, then what changed since; or by the stream when it must', async () => {
      const { world } = http;
      const mine = await world.mission();
      await world.mission({ agency: 11, departement: '974' });
      for (let index = 0; index < 5; index += 1) await world.candidate();
      const byImage = open({ file: true });
      await byImage.step();
      const byStream = open({ ...meddle((path) => (path.startsWith('/v1/snapshots') ? 'cut' : null)), file: true });
      await byStream.step();
      expect(byImage.log).toEqual([]);
      expect(byStream.log.join()).toContain('snapshot.refused');
      for (const desk of [byImage, byStream]) {
        expect(desk.synchroniser.status.connection).toBe('up-to-date');
        expect(desk.mirror('mission').map(({ id }) => id)).toEqual([mine.id]);
        expect(desk.mirror('candidate')).toHaveLength(5);
        expect(readTransfer(desk.store.statements)).toBeNull();
      }
      expect(byImage.mirror('candidate')).toEqual(byStream.mirror('candidate'));
      expect(readCursor(byImage.store.statements)).toEqual(readCursor(byStream.store.statements));
    });

    it('goes on after the last chunk that arrived, and misses nothing that changed meanwhile', async () => {
      const { world } = http;
      const mission = await world.mission();
      const candidate = await world.candidate();
      let cut = true;
      const desk = open(
        meddle((path) =>
          path.startsWith('/v1/snapshots') ? 'cut' : path.startsWith('/v1/bulk') && cut ? 'cut' : null,
        ),
      );
      expect(await faultOf(desk.step())).toBe('truncated');
      expect(readCursor(desk.store.statements)).toBeNull();
      cut = false;
      await world.send(world.regulator(6), world.command('mission.note', mission.id, { text: 'Entre-temps' }));
      await desk.step();
      expect(shown(desk, mission.id)?.note).toBe('Entre-temps');
      expect(desk.mirror('candidate').map(({ id }) => id)).toEqual([candidate.id]);
    });

    it('starts again by itself when the person’s region changed, and keeps what is undelivered', async () => {
      const { world } = http;
      await world.mission();
      const elsewhere = await world.mission({ agency: 11, departement: '974' });
      const person = world.regulator(6);
      const desk = open({}, person);
      await desk.step();
      decide(desk.store, priority(world.nextId(), elsewhere.id, 'P2'));
      (person as { agency: number }).agency = 11;
      await desk.step();
      expect(desk.mirror('mission').map(({ id }) => id)).toEqual([elsewhere.id]);
      expect(desk.mirror('mission')[0]?.priority).toBe('P2');
    });
  });

  describe('a decision on its way', () => {
    it('is confirmed with its rows in one commit: no revision shows neither the intent nor the truth', async () => {
      const { world } = http;
      const mission = await world.mission();
      const desk = open();
      await desk.step();
      const id = world.nextId();
      const seen = new Set<string | undefined>();
      decide(desk.store, priority(id, mission.id, 'P1'));
      desk.store.onChange(() => seen.add(shown(desk, mission.id)?.priority));
      await desk.step();
      expect(outcome(desk, id)).toMatchObject({ state: 'confirmed', how: 'accepted' });
      expect([...seen]).toEqual(['P1']);
      expect(shown(desk, mission.id)).toMatchObject({
        priority: 'P1',
        hasOpenIntent: 0,
        priorityByName: 'Régulation 6',
      });
    });

    it('shows confirmed after an answer lost behind the commit, with one row at the service (TRUST G2)', async () => {
      const { world } = http;
      const mission = await world.mission();
      let lose = true;
      const desk = open(meddle((path) => (path === '/v1/commands' && lose ? 'drop-after' : null)));
      await desk.step();
      const id = world.nextId();
      decide(desk.store, priority(id, mission.id, 'P1'));
      expect(await faultOf(desk.step())).toBe('unreachable');
      expect(outcome(desk, id).state).toBe('pending');
      lose = false;
      await desk.step();
      expect(outcome(desk, id)).toMatchObject({ state: 'confirmed', how: 'accepted' });
      expect((await world.row('mission', mission.id)).priorityVersion).toBe(1);
    });

    it('is in conflict when somebody decided otherwise, and says who; merges when they decided the same', async () => {
      const { world } = http;
      const [one, two] = [await world.mission(), await world.mission()];
      const desk = open();
      await desk.step();
      const colleague = world.regulator(6, { personId: 'colleague', displayName: 'Alix (ARS Grand-Est)' });
      await world.send(colleague, world.command('mission.set-priority', one.id, { priority: 'P3', reason: null }));
      await world.send(
        colleague,
        world.command('mission.set-priority', two.id, { priority: 'P1', reason: 'Autre mot' }),
      );
      const [lost, same] = [world.nextId(), world.nextId()];
      decide(desk.store, priority(lost, one.id, 'P1'), priority(same, two.id, 'P1'));
      await desk.step();
      expect(outcome(desk, lost)).toMatchObject({ state: 'conflict', author: 'Alix (ARS Grand-Est)' });
      expect(shown(desk, one.id)).toMatchObject({ priority: 'P3', hasConflict: 1 });
      expect(outcome(desk, same)).toMatchObject({ state: 'confirmed', how: 'merged' });
      expect(shown(desk, two.id)).toMatchObject({ priority: 'P1', hasOpenIntent: 0 });
    });

    it('waits behind the one before it and is moved on to the version that one was confirmed at', async () => {
      const { world } = http;
      const mission = await world.mission();
      const desk = open();
      await desk.step();
      const [first, second] = [world.nextId(), world.nextId()];
      decide(desk.store, priority(first, mission.id, 'P1'), priority(second, mission.id, 'P2', { behind: first }));
      await desk.step();
      expect(outcome(desk, second)).toMatchObject({ state: 'confirmed', how: 'accepted', version: 1 });
      expect((await world.row('mission', mission.id)).priority).toBe('P2');
    });

    it('is refused with the reason; the others of the batch are not held by it', async () => {
      const { world } = http;
      const closed = await world.mission({ state: 'closed', closingReason: 'duplicate' });
      const good = await world.mission();
      const desk = open();
      await desk.step();
      const [bad, fine] = [world.nextId(), world.nextId()];
      decide(desk.store, priority(bad, closed.id, 'P2'), priority(fine, good.id, 'P2'));
      await desk.step();
      expect(outcome(desk, bad)).toMatchObject({ state: 'refused', message: expect.stringContaining('close') });
      expect(outcome(desk, fine).state).toBe('confirmed');
    });

    it('sets one aside that the service cannot even read, and delivers the rest (TRUST G7)', async () => {
      const { world } = http;
      const missions = await Promise.all([world.mission(), world.mission(), world.mission()]);
      const desk = open();
      await desk.step();
      const ids = missions.map(() => world.nextId());
      const [a, b, c] = missions;
      decide(
        desk.store,
        priority(ids[0] ?? '', a?.id ?? '', 'P2'),
        priority(ids[1] ?? '', b?.id ?? '', 'P9'),
        priority(ids[2] ?? '', c?.id ?? '', 'P3'),
      );
      await desk.step();
      expect(ids.map((id) => outcome(desk, id).state)).toEqual(['confirmed', 'refused', 'confirmed']);
    });

    it('goes back to pending whatever comes instead of an answer, and keeps its id', async () => {
      const { world } = http;
      const mission = await world.mission();
      let what: 'drop-before' | 'html' | 'cut' | null = null;
      const desk = open(meddle((path) => (path === '/v1/commands' ? what : null)));
      await desk.step();
      const id = world.nextId();
      decide(desk.store, priority(id, mission.id, 'P1'));
      const faults: (string | null)[] = [];
      for (what of ['drop-before', 'html', 'cut'] as const) {
        faults.push(await faultOf(desk.step()));
        expect(outcome(desk, id).state).toBe('pending');
        expect(shown(desk, mission.id)?.priority).toBe('P1');
      }
      expect(faults).toEqual(['unreachable', 'captive-portal', 'truncated']);
      what = null;
      await desk.step();
      expect(outcome(desk, id)).toMatchObject({ state: 'confirmed' });
      expect((await world.row('mission', mission.id)).priorityVersion).toBe(1);
    });

    it('S62 never leaves in the name of somebody else', async () => {
      const { world } = http;
      const mission = await world.mission();
      const desk = open();
      await desk.step();
      const id = world.nextId();
      decide(desk.store, priority(id, mission.id, 'P1', { personId: 'somebody-else' }));
      await desk.step();
      expect(outcome(desk, id).state).toBe('pending');
      expect((await world.row('mission', mission.id)).priority).toBe('none');
    });
  });
});
