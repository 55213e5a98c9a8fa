/** The simulator against the real service, by HTTP: life goes on, and the rules hold. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../national-api/database/open-database.ts';
import { mintToken } from '../../national-api/identity/mint-token.ts';
import { DEFAULT_SETTINGS } from '../../national-api/kernel/ground.ts';
import { ensureNation } from '../../national-api/nation/ensure-nation.ts';
import { inventNewcomers } from '../../national-api/nation/invent-newcomers.ts';
import { createRandom } from '../../national-api/nation/random.ts';
import { readCast } from '../../national-api/nation/read-cast.ts';
import { personEngagement } from '../../national-api/rules/person-engagement.ts';
import { coverOf } from '../../national-api/rules/refresh-cover.ts';
import type { SimulatorCounts } from '../../national-api/simulator/start-simulator.ts';
import { startSimulator } from '../../national-api/simulator/start-simulator.ts';
import type { RunningService } from '../../national-api/start-service.ts';
import { startService } from '../../national-api/start-service.ts';
import { readPlaces } from '../support/read-places.ts';
import { WORLD_START } from '../support/world.ts';

const ACTS = 250;
const places = readPlaces();

describe('a simulated hour of the demonstration', () => {
  let folder: string;
  let service: RunningService;
  let counts: SimulatorCounts;
  let proposalsBefore: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'renfort-simulator-'));
    const address = join(folder, 'national.sqlite');
    const database = await openDatabase(address);
    // The clock goes on by a minute at each look, so that reservations, mails and versions have their times.
    let now = WORLD_START;
    const random = createRandom(1, 'service');
    const shared = {
      clock: () => (now += 1_000),
      makeId: () => random.id(now),
      randomBytes: (count: number) => Buffer.from(random.hex(count), 'hex'),
      log: () => {},
    };
    const ground = { ...shared, database, settings: DEFAULT_SETTINGS };
    await ensureNation(ground, { size: 'demo', seed: 1, places, scale: 0.05 });
    proposalsBefore = (await database.read.selectFrom('proposal').select('id').execute()).length;
    await database.close();
    service = await startService({
      ...shared,
      databaseAddress: address,
      dataFolder: folder,
      port: 0,
      upstream: 'demo',
      limits: { anonymousPerMinute: 10_000, readsPerMinute: 10_000, writesPerMinute: 10_000 },
    });
    const { done } = startSimulator({
      url: service.url,
      tokenFor: (player) => mintToken(service.ground, player, 3_600),
      cast: await readCast(service.ground, 1),
      random,
      invention: inventNewcomers(createRandom(1, 'newcomers'), places),
      seed: 1,
      speed: 'fast',
      clock: service.ground.clock,
      signal: new AbortController().signal,
      log: () => {},
      wait: async () => {},
      acts: ACTS,
    });
    counts = await done;
  });
  afterAll(async () => {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is mostly understood by the service', () => {
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(ACTS);
    expect(counts.accepted).toBeGreaterThan(ACTS / 3);
    expect(counts).toMatchObject({ failed: 0, busy: 0 });
  });

  it('brings contacts, answers, needs, newcomers and requests', async () => {
    const { read } = service.ground.database;
    const kinds = await read
      .selectFrom('journal')
      .select((builder) => ['kind', builder.fn.countAll<number>().as('count')])
      .where('at', '>', new Date(WORLD_START).toISOString())
      .groupBy('kind')
      .execute();
    const told = new Set(kinds.map(({ kind }) => kind));
    for (const kind of ['proposal.contact', 'proposal.accept', 'proposal.refuse', 'candidate.set-availability']) {
      expect(told.has(kind), kind).toBe(true);
    }
    const proposals = await read.selectFrom('proposal').select('id').execute();
    expect(proposals.length).toBeGreaterThan(proposalsBefore);
  });

  it('F58 F85 leaves every count true', async () => {
    const { read } = service.ground.database;
    const proposals = await read.selectFrom('proposal').selectAll().execute();
    const byMission = Map.groupBy(proposals, ({ missionId }) => missionId);
    for (const mission of await read.selectFrom('mission').selectAll().execute()) {
      expect(mission).toMatchObject(
        coverOf((byMission.get(mission.id) ?? []).map(({ state }) => ({ state, count: 1 }))),
      );
      expect(mission.accepted).toBeLessThanOrEqual(mission.headcount);
    }
    const byCandidate = Map.groupBy(proposals, ({ candidateId }) => candidateId);
    for (const candidate of await read.selectFrom('candidate').selectAll().execute()) {
      expect(candidate).toMatchObject(personEngagement(byCandidate.get(candidate.id) ?? [], service.ground.clock()));
    }
  });
});
