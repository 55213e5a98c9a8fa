import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { confirm, DESK_KEY, DESK_PERSON, entryOf } from '../../tests/support/desk-rows.ts';
import { connectionPair } from '../../tests/support/desk-rpc/connection-pair.ts';
import { makeMirrorWhole } from '../../tests/support/whole-mirror.ts';
import { NationalFault } from '../national/national-fault.ts';
import { connectionPort } from '../rpc/connection-port.ts';
import { createEngine } from './create-engine.ts';
import type { EngineContext } from './engine-context.ts';
import type { engineRoomContract } from './engine-control.ts';
import { serveEngine } from './engine-room.ts';
import { makeUuidV7 } from './make-uuid-v7.ts';

const NOW = Date.parse('2020-11-15T10:00:00Z');
const QUERY = { filters: [], search: '', sorts: [], offset: 0, limit: 50 };
const SESSION = {
  server: 'https://national.example',
  accessToken: 'token',
  expiresAt: '2020-11-15T11:00:00Z',
  person: { id: DESK_PERSON, name: 'Régulation 6', role: 'ars-regulator', agency: 6, departements: null },
  proxy: null,
};
const engines: EngineContext[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

function startEngine() {
  const engine = createEngine({
    clock: () => NOW,
    makeId: () => makeUuidV7(NOW),
    turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
    timers: {
      now: () => NOW,
      fraction: () => 0,
      wait: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    },
    openTransport: () => ({
      exchange: async () => {
        throw new NationalFault('unreachable');
      },
      close: async () => {},
    }),
    log: () => {},
  });
  engines.push(engine);
  const [{ connection: left }, { connection: right }] = connectionPair();
  serveEngine(engine, left);
  const client: ContractRouterClient<typeof engineRoomContract> = createORPCClient(
    new RPCLink({ port: connectionPort(right) }),
  );
  return { engine, client };
}

async function openEngine() {
  const { engine, client } = startEngine();
  await client.control.open({ path: ':memory:', key: Buffer.from(DESK_KEY).toString('base64'), personId: DESK_PERSON });
  const store = engine.desk()?.store;
  if (store === undefined) throw new Error('No base is open');
  confirm(
    store,
    entryOf('establishment', 'e-1', {
      name: 'EHPAD de démonstration – Les Tilleuls',
      finess: '540000001',
      phone: '0300000000',
    }),
    entryOf('mission', 'm-1', { departement: '54', city: 'Nancy', weekend: 1 }),
    entryOf('mission', 'm-2', { headcount: 0, city: 'Metz' }),
    entryOf('candidate', 'c-1', { number: 6552, lastName: 'Exemple', departement: '54' }),
    entryOf('candidate', 'c-2', { number: 6553, lastName: 'Témoin', weekend: 0, departement: '57' }),
    entryOf('candidate', 'c-3', { number: 6554, lastName: 'Autre', verification: 'to-verify', departement: '57' }),
    entryOf('crisisMode', '6:*', { agency: 6, active: 1, reason: 'Vague', version: 3 }),
    entryOf('proposal', 'p-1', {
      candidateId: 'c-3',
      missionId: 'm-2',
      state: 'contacted',
      contactedAt: '2020-11-12T10:00:00.000Z',
    }),
    entryOf('regulator', 'r-1', { name: 'Alix', agency: 6 }),
  );
  makeMirrorWhole(store);
  await client.control.session(SESSION);
  return { engine, client, store };
}

describe('the engine room', () => {
  it('answers signed-out before a base is open, and the state of nobody', async () => {
    const { client } = startEngine();
    await expect(client.missions.page(QUERY)).rejects.toMatchObject({ code: 'signed-out' });
    expect(await client.sync.state()).toMatchObject({ connection: 'signed-out', person: null, waiting: 0 });
    expect(await client.control.close()).toEqual({ waiting: 0 });
  });

  it('F105 F110 pages missions and candidates with what is derived of them', async () => {
    const { client, engine } = await openEngine();
    const missions = await client.missions.page(QUERY);
    expect(missions).toMatchObject({ total: 2, outOf: 2, complete: true });
    engine.desk()?.image.deriveAll();
    const [open, empty] = (await client.missions.page(QUERY)).rows;
    expect(open).toMatchObject({
      id: 'm-1',
      missionState: 'open',
      remaining: 2,
      daysToStart: 1,
      ageDays: 1,
      supplyOwn: 2,
    });
    expect(empty).toMatchObject({ id: 'm-2', missionState: 'without-need', score: 0, supplyOwn: 0 });
    expect(open?.['score']).toBeGreaterThan(0);
    const people = await client.candidates.page({ missionId: null, query: { ...QUERY, search: '6553' } });
    expect(people.rows).toMatchObject([{ id: 'c-2', lastName: 'Témoin' }]);
    const facet = await client.candidates.facet({ missionId: null, column: 'verification', filters: [], search: '' });
    expect(facet.values).toEqual([
      { value: 'to-verify', count: 1 },
      { value: 'verified', count: 2 },
    ]);
  });

  it('F93 F97 ranks the candidates of a mission, and says which wall keeps others out', async () => {
    const { client } = await openEngine();
    const ranked = await client.candidates.page({ missionId: 'm-1', query: QUERY });
    expect(ranked.rows.map(({ id, rank, rankPoints }) => [id, rank, rankPoints])).toEqual([
      ['c-1', 1, 50],
      ['c-3', 2, 40],
    ]);
    expect(await client.candidates.supply({ missionId: 'm-1' })).toMatchObject({
      situation: 'crisis-hides',
      inCrisis: true,
      walls: [{ wall: 'weekends', gain: 1 }],
    });
    const sheet = await client.candidates.sheet({ id: 'c-1', missionId: 'm-1' });
    expect(sheet.ranking?.reduce((sum, { points }) => sum + points, 0)).toBe(50);
    await expect(client.candidates.page({ missionId: 'm-9', query: QUERY })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('tells a mission’s sheet: establishment, score that adds up, proposals, history', async () => {
    const { client } = await openEngine();
    const sheet = await client.missions.sheet({ id: 'm-1' });
    expect(sheet.score.terms.reduce((sum, { points }) => sum + points, 0)).toBe(sheet.score.points);
    expect(sheet).toMatchObject({
      mission: { id: 'm-1' },
      establishment: { finess: '540000001' },
      otherMissions: [{ id: 'm-2' }],
    });
    // A nurse is a graduate: students are not asked (DOMAIN §6).
    expect(sheet.ladder.map(({ step, triedAt }) => [step, triedAt])).toEqual([
      ['professionals-of-territory', null],
      ['region', null],
      ['other-regions', null],
      ['reserve-sanitaire', null],
    ]);
    const other = await client.missions.sheet({ id: 'm-2' });
    expect(other.ladder.filter(({ triedAt }) => triedAt !== null)).toHaveLength(1);
    expect(other.proposals).toMatchObject([{ id: 'p-1', candidateName: 'Autre Dominique', state: 'contacted' }]);
    expect(other.history.map(({ title }) => title)).toEqual([
      'Proposition',
      'Besoin déposé',
      'Contact par l’établissement',
    ]);
  });

  it('D1 D9 lists who is held, crisis modes with their effect, and the directory', async () => {
    const { client } = await openEngine();
    const blocked = await client.blocked.list();
    expect(blocked.proposals).toMatchObject([
      { id: 'p-1', hours: 72, level: 'blocked', establishmentPhone: '0300000000' },
    ]);
    expect(blocked.establishments).toMatchObject([{ id: 'e-1', holding: 1, medianHours: 72 }]);
    const { lines } = await client.crisis.list();
    expect(lines[0]).toMatchObject({
      agency: 6,
      profession: null,
      active: true,
      version: 3,
      missions: 1,
      candidates: 3,
    });
    expect(await client.directory.regulators()).toEqual([{ id: 'r-1', name: 'Alix', agency: 6 }]);
    const found = await client.directory.search({ text: '540000001', limit: 5 });
    expect(found.map(({ kind, id }) => [kind, id])).toEqual([
      ['mission', 'm-1'],
      ['mission', 'm-2'],
      ['establishment', 'e-1'],
    ]);
  });

  it('D2 decides for a set that only the engine knows, shows it at once over the truth, and undoes it', async () => {
    const { client } = await openEngine();
    const targets = await client.missions.choose(QUERY);
    expect(targets).toMatchObject({ type: 'handle', count: 2 });
    const changes = (await client.sync.changes())[Symbol.asyncIterator]();
    const told = changes.next();
    const preview = await client.decisions.preview({ decision: { kind: 'note', text: 'Rappeler' }, targets });
    expect(preview.counts).toMatchObject({ changes: 2, invalid: 0 });
    const batch = await client.decisions.commit({ previewId: preview.previewId, reason: null });
    const page = await client.missions.page({
      ...QUERY,
      filters: [{ type: 'contains', column: 'note', text: 'rappel' }],
    });
    expect(page).toMatchObject({ total: 2, rows: [{ note: 'Rappeler', hasOpenIntent: 1 }, { note: 'Rappeler' }] });
    expect(await client.outbox.list({ only: 'open', offset: 0, limit: 10 })).toMatchObject({ total: 2 });
    await client.decisions.undo({ batchId: batch.batchId });
    expect((await told).value).toMatchObject({ topics: expect.arrayContaining(['missions']) });
    expect((await client.missions.page({ ...QUERY, search: 'nancy' })).rows).toMatchObject([
      { note: null, hasOpenIntent: 0 },
    ]);
    const gone = { type: 'handle' as const, handle: 'mission:unknown', count: 2 };
    await expect(
      client.decisions.preview({ decision: { kind: 'note', text: 'x' }, targets: gone }),
    ).rejects.toMatchObject({ code: 'preview-expired' });
  });

  it('says offline when contact details cannot be asked, and keeps what waits when main closes it', async () => {
    const { client } = await openEngine();
    await expect(
      client.candidates.revealContact({ id: 'c-1', missionId: 'm-1', reason: 'offer-the-mission' }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/offline|not-allowed/) });
    const preview = await client.decisions.preview({
      decision: { kind: 'note', text: 'À garder' },
      targets: { type: 'ids', ids: ['m-1'] },
    });
    await client.decisions.commit({ previewId: preview.previewId, reason: null });
    expect(await client.control.close()).toEqual({ waiting: 1 });
    await expect(client.missions.page(QUERY)).rejects.toMatchObject({ code: 'signed-out' });
  });
});
