/** Who has a mission open, and the cell's log: over HTTP, on both databases, on a clock that only moves when told. */
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import type { Principal } from '../../contract/national/principal.ts';
import type { PresenceAnswer } from '../../contract/national/routes/presence-routes.ts';
import { openDatabase } from '../../national-api/database/open-database.ts';
import { announcePresence } from '../../national-api/presence/announce-presence.ts';
import { writeCellLog } from '../../national-api/presence/cell-log.ts';
import { followPresence } from '../../national-api/presence/follow-presence.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';

const MINUTE_IN_HOURS = 1 / 60;

onBothDatabases('the cell', (kind) => {
  let http: HttpWorld;
  const start = async () => {
    http = await startHttpWorld({ kind });
    return http.world;
  };
  afterEach(() => http.dispose());

  const announce = async (as: Principal, missionIds: readonly string[], station = `poste-${as.personId}`) => {
    const { status, json } = await http.call('POST', '/v1/presence', { as, body: { station, missionIds } });
    expect(status).toBe(200);
    return json as PresenceAnswer;
  };
  /** Held so long that only a stir can answer it. */
  const PATIENT = { held: 3_600_000, breath: 1 };
  const never = new AbortController().signal;
  const regulators = () => {
    const { world } = http;
    const camille = world.regulator(6, { personId: 'camille', displayName: 'Camille Aubépine (ARS Grand-Est)' });
    const ines = world.regulator(6, { personId: 'ines', displayName: 'Inès Coquelicot (ARS Grand-Est)' });
    const elsewhere = world.regulator(10, { personId: 'noa', displayName: 'Noa Bleuet (ARS Île-de-France)' });
    const desk = world.desk({ personId: 'sacha', displayName: 'Sacha Iris (CCS)' });
    return { camille, ines, elsewhere, desk };
  };

  it('D15 tells who else has a mission open, since when, until they leave it', async () => {
    const world = await start();
    const mission = await world.mission({ agency: 6 });
    const { camille, ines, desk } = regulators();
    expect((await announce(camille, [mission.id])).present).toEqual([]);
    world.advance(MINUTE_IN_HOURS);
    const seen = await announce(ines, [mission.id]);
    expect(seen.present).toEqual([
      {
        ...{ missionId: mission.id, personName: 'Camille Aubépine (ARS Grand-Est)', self: false },
        since: '2020-11-15T08:00:00.000Z',
      },
    ]);
    expect((await announce(desk, [])).present.map(({ personName }) => personName)).toEqual([
      'Inès Coquelicot (ARS Grand-Est)',
      'Camille Aubépine (ARS Grand-Est)',
    ]);
    // Said again, it is the same presence; left, it is gone at once.
    expect((await announce(ines, [mission.id])).present).toHaveLength(1);
    await announce(camille, []);
    expect((await announce(ines, [mission.id])).present).toEqual([]);
  });

  it('D15 forgets after two minutes whoever says nothing any more, and no earlier', async () => {
    const world = await start();
    const mission = await world.mission({ agency: 6 });
    const { camille, ines } = regulators();
    await announce(camille, [mission.id]);
    world.advance(1.99 * MINUTE_IN_HOURS);
    expect((await announce(ines, [])).present).toHaveLength(1);
    world.advance(0.02 * MINUTE_IN_HOURS);
    expect((await announce(ines, [])).present).toEqual([]);
    const rows = await world.ground.database.read.selectFrom('presence').selectAll().execute();
    expect(rows).toEqual([]);
  });

  it('S42 neither tells nor takes anything beyond one’s scope, nor from others than regulators', async () => {
    const world = await start();
    const [here, there] = [await world.mission({ agency: 6 }), await world.mission({ agency: 10 })];
    const { camille, elsewhere, desk } = regulators();
    await announce(elsewhere, [here.id, there.id]);
    expect((await announce(camille, [])).present).toEqual([]);
    expect((await announce(desk, [])).present.map(({ missionId }) => missionId)).toEqual([there.id]);
    const requester = world.requester(here.establishmentId);
    const body = { station: 'poste', missionIds: [here.id] };
    expect((await http.call('POST', '/v1/presence', { as: requester, body })).status).toBe(403);
    expect((await http.call('POST', '/v1/presence', { body })).status).toBe(401);
    expect((await http.call('GET', '/v1/cell-log', { as: requester })).status).toBe(403);
    const many = { station: 'poste', missionIds: Array.from({ length: 41 }, (_, index) => `m-${index}`) };
    expect((await http.call('POST', '/v1/presence', { as: camille, body: many })).status).toBe(400);
  });

  it('counts one person at two workstations once, and each workstation for itself', async () => {
    const world = await start();
    const [one, two] = [await world.mission({ agency: 6 }), await world.mission({ agency: 6 })];
    const { camille, ines } = regulators();
    await announce(camille, [one.id], 'poste-a');
    await announce(camille, [one.id, two.id], 'poste-b');
    expect((await announce(ines, [])).present.map(({ missionId }) => missionId).sort()).toEqual(
      [one.id, two.id].sort(),
    );
    await announce(camille, [], 'poste-b');
    expect((await announce(ines, [])).present.map(({ missionId }) => missionId)).toEqual([one.id]);
  });

  it('D15 tells a person of what they have open themselves at another workstation, as theirs', async () => {
    const world = await start();
    const mission = await world.mission({ agency: 6 });
    const { camille } = regulators();
    await announce(camille, [mission.id], 'poste-a');
    expect((await announce(camille, [mission.id], 'poste-b')).present).toMatchObject([
      { missionId: mission.id, self: true },
    ]);
  });

  it('D15 holds a question until somebody comes or leaves, and not for a repetition', async () => {
    const world = await start();
    const [mission, other] = [await world.mission({ agency: 6 }), await world.mission({ agency: 6 })];
    const { camille, ines, desk } = regulators();
    const follow = (as: Principal, seen: string) =>
      followPresence(world.ground, as, { station: `poste-${as.personId}`, seen }, never, PATIENT);
    const alone = await announce(ines, []);
    const [held, heldByDesk] = [follow(ines, alone.mark), follow(desk, (await announce(desk, [])).mark)];
    await announce(camille, [mission.id]);
    const came = await held;
    expect(came.present).toMatchObject([{ missionId: mission.id, self: false }]);
    expect((await heldByDesk).present).toHaveLength(1);
    // A repetition, and a colleague’s own step: the answer that comes is the one of who left, none before it.
    const stirs: (readonly number[])[] = [];
    const stop = world.ground.database.onStir((agencies) => stirs.push(agencies));
    const heldAgain = follow(ines, came.mark);
    await announce(camille, [mission.id]);
    await announce(ines, [other.id]);
    await announce(camille, []);
    expect((await heldAgain).present).toEqual([]);
    stop();
    expect(stirs).toEqual([[6], [6]]);
  });

  it('D15 tells at once that the log moved, and nothing of another cell’s', async () => {
    const world = await start();
    const { camille, ines, elsewhere } = regulators();
    const mark = (await announce(ines, [])).mark;
    const held = followPresence(world.ground, ines, { station: 'poste-ines', seen: mark }, never, PATIENT);
    await writeCellLog(world.ground, elsewhere, { id: 'e-0', kind: 'note', text: 'Ailleurs.' });
    await writeCellLog(world.ground, camille, { id: 'e-1', kind: 'note', text: 'Ici.' });
    expect((await held).logHead).toBe('e-1');
  });

  it('answers over HTTP what is not what was seen, and after a while also what is', async () => {
    const world = await start();
    const mission = await world.mission({ agency: 6 });
    const { camille, ines } = regulators();
    await announce(camille, [mission.id]);
    const first = await http.call('GET', '/v1/presence?station=poste-ines', { as: ines });
    expect([first.status, first.json?.['present']]).toMatchObject([200, [{ missionId: mission.id }]]);
    const seen = String(first.json?.['mark']);
    const question = { station: 'poste-ines', seen };
    const same = await followPresence(world.ground, ines, question, never, { held: 1, breath: 1 });
    expect(same).toEqual(first.json);
    const gone = new AbortController();
    const held = followPresence(world.ground, ines, question, gone.signal, PATIENT);
    gone.abort();
    expect((await held).mark).toBe(seen);
    expect((await http.call('GET', '/v1/presence?station=poste-1')).status).toBe(401);
    const requester = world.requester(mission.establishmentId);
    expect((await http.call('GET', '/v1/presence?station=poste-1', { as: requester })).status).toBe(403);
  });

  it('leaves no trace in the feed nor in the journal', async () => {
    const world = await start();
    const mission = await world.mission({ agency: 6 });
    const count = async () => {
      const { read } = world.ground.database;
      const [feed, journal, reads] = await Promise.all([
        read.selectFrom('feed').select(sql<number>`count(*)`.as('rows')).executeTakeFirstOrThrow(),
        read.selectFrom('journal').select(sql<number>`count(*)`.as('rows')).executeTakeFirstOrThrow(),
        read.selectFrom('readJournal').select(sql<number>`count(*)`.as('rows')).executeTakeFirstOrThrow(),
      ]);
      return [feed.rows, journal.rows, reads.rows].map(Number);
    };
    const before = await count();
    await announce(regulators().camille, [mission.id]);
    expect(await count()).toEqual(before);
  });

  it('is told by every instance on the same base', async () => {
    const world = await start();
    const mission = await world.mission({ agency: 6 });
    const { camille, ines } = regulators();
    const other = await openDatabase(world.address);
    try {
      await announcePresence({ ...world.ground, database: other }, camille, {
        station: 'poste-1',
        missionIds: [mission.id],
      });
      const came = await announce(ines, []);
      expect(came.present).toHaveLength(1);
      if (kind === 'sqlite') return;
      // The base wakes whoever waits on another instance; SQLite serves one alone.
      const held = followPresence(world.ground, ines, { station: 'poste-ines', seen: came.mark }, never, PATIENT);
      await announcePresence({ ...world.ground, database: other }, camille, { station: 'poste-1', missionIds: [] });
      expect((await held).present).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('D15 gives the log page after page, each with what was written before', async () => {
    const world = await start();
    const { camille, elsewhere } = regulators();
    for (const id of ['e-1', 'e-2', 'e-3']) {
      await writeCellLog(world.ground, camille, { id, kind: 'note', text: `Entrée ${id}.` });
      if (id !== 'e-2') world.advance(1);
    }
    const page = async (query: string, as = camille) => {
      const { json } = await http.call('GET', `/v1/cell-log?${query}`, { as });
      return (json as unknown as { entries: { id: string }[] }).entries.map(({ id }) => id);
    };
    expect([await page('limit=1'), await page('limit=1&before=e-3'), await page('limit=5&before=e-2')]).toEqual([
      ['e-3'],
      ['e-2'],
      ['e-1'],
    ]);
    expect([await page('before=e-1'), await page('before=e-3', elsewhere)]).toEqual([[], []]);
  });

  it('D15 keeps the log of each cell, the hand-over first, and tells that something came', async () => {
    const world = await start();
    const { camille, ines, elsewhere, desk } = regulators();
    const write = (as: Principal, id: string, kindOf: string, text: string) =>
      http.call('POST', '/v1/cell-log', { as, body: { id, kind: kindOf, text } });
    expect((await announce(ines, [])).logHead).toBeNull();
    await write(camille, 'e-1', 'call', 'Appel de l’EHPAD de démonstration : rappeler à 14 h.');
    world.advance(1);
    const handOver = await write(camille, 'e-2', 'hand-over', 'Deux alertes CCS sans réponse ; voir Metz.');
    expect(handOver.json).toMatchObject({ id: 'e-2', authorId: 'camille', at: '2020-11-15T09:00:00.000Z' });
    expect((await announce(ines, [])).logHead).toBe('e-2');
    const read = async (as: Principal) => (await http.call('GET', '/v1/cell-log?limit=10', { as })).json?.['entries'];
    expect(await read(ines)).toMatchObject([
      { id: 'e-2', kind: 'hand-over', authorName: 'Camille Aubépine (ARS Grand-Est)' },
      { id: 'e-1', kind: 'call' },
    ]);
    expect([await read(elsewhere), await read(desk)]).toEqual([[], []]);
    await write(desk, 'e-3', 'instruction', 'Point national à 18 h.');
    expect(await read(desk)).toMatchObject([{ id: 'e-3' }]);
  });

  it('G2 keeps an entry once however often it is sent, and never lets it be rewritten', async () => {
    const world = await start();
    const { camille, ines } = regulators();
    const body = { id: 'e-1', kind: 'note', text: 'Rien à signaler.' };
    const answers = await Promise.all([1, 2, 3].map(() => http.call('POST', '/v1/cell-log', { as: camille, body })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const other = await http.call('POST', '/v1/cell-log', { as: ines, body });
    expect([other.status, other.json?.['code']]).toEqual([422, 'form-id-reused']);
    const changed = { ...body, text: 'Tout à signaler.' };
    expect((await http.call('POST', '/v1/cell-log', { as: camille, body: changed })).status).toBe(422);
    const { write } = world.ground.database;
    await expect(write.updateTable('cellLog').set({ text: 'réécrit' }).execute()).rejects.toThrow(/append-only/);
    await expect(write.deleteFrom('cellLog').execute()).rejects.toThrow(/append-only/);
    expect(await world.ground.database.read.selectFrom('cellLog').select('text').execute()).toEqual([
      { text: 'Rien à signaler.' },
    ]);
  });
});
