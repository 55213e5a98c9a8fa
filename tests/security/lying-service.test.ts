/**
 * A service that is not itself: whatever a portal, a proxy or a tired server answers, the window is told in French what
 * goes on, reading goes on, the decision that waits is kept, and it leaves once when the true service is back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SyncState } from '../../contract/app/sync-state.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { createEngine } from '../../src-main/engine/create-engine.ts';
import type { EngineContext } from '../../src-main/engine/engine-context.ts';
import { makeUuidV7 } from '../../src-main/engine/make-uuid-v7.ts';
import type { OpenDesk } from '../../src-main/engine/open-desk.ts';
import { openUndiciTransport } from '../../src-main/national/undici-transport.ts';
import { readMissionView } from '../../src-main/store/queries/view-rows.ts';
import { REAL_TIMERS } from '../../src-main/sync/real-timers.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';
import type { Lie, LyingGate } from './lying-gate.ts';
import { always, cutStream, openLyingGate, problem, reset, truncated } from './lying-gate.ts';

const KEY = new Uint8Array(32).fill(3);
const JSON_TYPE = { 'content-type': 'application/json' };
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PORTAL = '<!doctype html><title>Wi-Fi</title><form><input name="code"></form>';

type Expected = readonly [connection: SyncState['connection'], sentence: RegExp];
const OFFLINE = 'offline' as const;
const LIES: Readonly<Record<string, readonly [Lie, ...Expected]>> = {
  'a captive portal’s page with status 200': [always(200, HTML, PORTAL), OFFLINE, /Le réseau demande une connexion/],
  'a captive portal’s page with status 511': [always(511, HTML, PORTAL), OFFLINE, /surchargé|demande une connexion/],
  'a redirection elsewhere': [
    always(302, { location: 'http://127.0.0.1:9/portail' }, ''),
    OFFLINE,
    /renvoie vers une autre adresse/,
  ],
  'a truncated answer': [truncated, OFFLINE, /coupée/],
  'a stream that is cut': [cutStream, OFFLINE, /coupée/],
  'a connection that is reset': [reset, OFFLINE, /pas joignable/],
  'a fault of the service (500)': [problem(500, 'internal-error'), OFFLINE, /surchargé/],
  'a gateway’s page (502)': [always(502, HTML, '<h1>Bad gateway</h1>'), OFFLINE, /surchargé/],
  'too many requests (429)': [problem(429, 'too-many-requests', { 'retry-after': '1' }), OFFLINE, /surchargé/],
  'text that is no JSON': [always(200, JSON_TYPE, 'à demain'), OFFLINE, /pas celle du service/],
  'JSON of another shape': [always(200, JSON_TYPE, '{"verdicts":"all"}'), OFFLINE, /pas celle du service/],
  'bytes that are no text': [always(200, JSON_TYPE, '\u0000\u0001'), OFFLINE, /pas celle du service/],
  'a key twice (S33)': [always(200, JSON_TYPE, '{"verdicts":[],"verdicts":[]}'), OFFLINE, /pas celle du service/],
  'a key that reaches a prototype (S33)': [
    always(200, JSON_TYPE, '{"verdicts":[],"__proto__":{"polluted":true}}'),
    OFFLINE,
    /pas celle du service/,
  ],
  'deep nesting (S33)': [
    always(200, JSON_TYPE, `{"verdicts":${'['.repeat(5000)}${']'.repeat(5000)}}`),
    OFFLINE,
    /pas celle du service/,
  ],
  'a compressed answer that nobody asked for': [
    always(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, 'x'),
    OFFLINE,
    /pas celle du service/,
  ],
  'verdicts of other commands': [
    always(200, JSON_TYPE, JSON.stringify({ verdicts: [] })),
    OFFLINE,
    /pas celle du service/,
  ],
  'rights withdrawn (403)': [problem(403, 'not-allowed'), 'no-right', /données de ce poste restent lisibles/],
  'a session that ended (401)': [problem(401, 'token-expired'), 'session-expired', /Vos décisions sont gardées/],
};

describe('S40 a service that lies', () => {
  const house: { http: HttpWorld | null; gate: LyingGate | null; engine: EngineContext | null; folder: string } = {
    ...{ http: null, gate: null, engine: null, folder: '' },
  };
  const seen: { missionId: string; refusals: number } = { missionId: '', refusals: 0 };
  const required = <Value>(value: Value | null): Value => {
    if (value === null) throw new Error('The world was not started');
    return value;
  };
  const person: { principal: Principal | null; token: string } = { principal: null, token: '' };
  const desk = (): OpenDesk => required(house.engine?.desk() ?? null);

  beforeAll(async () => {
    house.folder = mkdtempSync(join(tmpdir(), 'lying-'));
    house.http = await startHttpWorld({
      limits: { readsPerMinute: 1e9, writesPerMinute: 1e9, commandsPerMinute: 1e9, transfersPerHour: 1e9 },
    });
    const { world } = house.http;
    world.advance((Date.now() - world.ground.clock()) / 3_600_000);
    seen.missionId = (await world.mission({ headcount: 2 })).id;
    person.principal = world.regulator();
    person.token = house.http.tokenFor(person.principal);
    house.gate = await openLyingGate(house.http.url);
    house.engine = createEngine({
      clock: Date.now,
      makeId: () => makeUuidV7(Date.now()),
      turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
      timers: { ...REAL_TIMERS, fraction: () => 0 },
      openTransport: (origin, proxy) => openUndiciTransport({ origin, proxy }),
      log: () => {},
    });
    await house.engine.open(join(house.folder, 'base.sqlite'), KEY, person.principal.personId);
    await signIn();
  });
  afterAll(async () => {
    await house.engine?.close();
    await house.gate?.close();
    await house.http?.dispose();
    rmSync(house.folder, { recursive: true, force: true });
  });
  afterEach(() => house.gate?.lie(null));

  async function signIn(): Promise<void> {
    const { personId, displayName, role, agency, departements } = required(person.principal);
    await desk().follow({
      server: required(house.gate).url,
      accessToken: person.token,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      person: { id: personId, name: displayName, role, agency, departements: departements as string[] | null },
      proxy: null,
    });
    await upToDate();
  }
  /** Hurries as a person would: the delay that the service asked for is kept all the same. */
  const upToDate = () =>
    vi.waitFor(
      () => {
        desk().hurry();
        expect(desk().syncState()).toMatchObject({ connection: 'up-to-date', waiting: 0 });
      },
      { timeout: 20_000, interval: 200 },
    );

  function decide(text: string): string {
    const decisions = required(desk().decisions());
    const { previewId } = decisions.preview({ kind: 'note', text }, [seen.missionId]);
    return decisions.commit(previewId, null).batchId;
  }
  const storedNotes = async (): Promise<number> => {
    const { database } = required(house.http).world.ground;
    return (await database.read.selectFrom('commandResult').select('commandId').execute()).length;
  };

  it.each(Object.entries(LIES))('S40 %s: said, kept, and delivered once', async (name, [lie, connection, sentence]) => {
    const before = await storedNotes();
    required(house.gate).lie(lie);
    const batchId = decide(`Note pendant : ${name}`);
    await expect.poll(() => desk().syncState().connection, { timeout: 20_000 }).toBe(connection);
    const state = desk().syncState();
    expect(state.message).toMatch(sentence);
    expect(state).toMatchObject({ waiting: 1, refused: 0, conflicts: 0 });
    expect([...readMissionView(desk().store)].map(({ note }) => note)).toEqual([`Note pendant : ${name}`]);
    expect(required(desk().decisions()).exportOutbox().text).toContain(`Note pendant : ${name}`);
    expect(required(house.gate).met()).toBeGreaterThan(0);
    required(house.gate).lie(null);
    if (connection === 'session-expired') await signIn();
    await upToDate();
    expect(required(desk().decisions()).report(batchId).rows).toMatchObject([{ state: 'confirmed' }]);
    expect(await storedNotes()).toBe(before + 1);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('S54 a habilitation that ended: the region is erased at that contact, decisions are kept, all comes back with the right', async () => {
    required(house.gate).lie(problem(403, 'habilitation-ended'));
    const batchId = decide('Note au moment du retrait');
    await expect
      .poll(() => desk().syncState().message, { timeout: 20_000 })
      .toMatch(/plus d’habilitation.*1 décision en attente est gardée/);
    expect(desk().syncState()).toMatchObject({ connection: 'no-right', waiting: 1 });
    expect([...readMissionView(desk().store)]).toEqual([]);
    expect(required(desk().decisions()).exportOutbox().text).toContain('Note au moment du retrait');
    required(house.gate).lie(null);
    await upToDate();
    expect([...readMissionView(desk().store)].map(({ note }) => note)).toEqual(['Note au moment du retrait']);
    expect(required(desk().decisions()).report(batchId).rows).toMatchObject([{ state: 'confirmed' }]);
  });

  it('S40 a service whose contract is another: said, and nothing is sent', async () => {
    required(house.gate).lie((incoming, outgoing, honest) => {
      if (incoming.url !== '/v1/health') return honest();
      return always(
        200,
        JSON_TYPE,
        JSON.stringify({ status: 'ok', contract: '99.0', at: new Date().toISOString(), head: 1 }),
      )(incoming, outgoing, honest);
    });
    await desk().follow(null);
    const begun = signIn();
    await expect.poll(() => desk().syncState().message, { timeout: 20_000 }).toMatch(/pas de la même version/);
    required(house.gate).lie(null);
    desk().hurry();
    await begun;
    expect(desk().syncState().connection).toBe('up-to-date');
  });

  it('R05 a clock that is three hours wrong: said, and the service’s hours are shown', async () => {
    const { http } = house;
    const { world } = required(http);
    world.advance(-3);
    desk().hurry();
    await expect
      .poll(() => desk().syncState().message, { timeout: 20_000 })
      .toMatch(/L'horloge de ce poste avance de 3 h/);
    world.advance(3);
    desk().hurry();
    await expect.poll(() => desk().syncState().message, { timeout: 20_000 }).toBeNull();
  });
});
