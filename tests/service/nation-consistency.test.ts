/** A generated nation obeys the rules that the service holds: everything derived is counted again here. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rangesOverlap } from '../../contract/domain/civil-date.ts';
import { parseEmailAddress } from '../../contract/domain/identifier/email-address.ts';
import { hasFinessKey, parseFiness } from '../../contract/domain/identifier/finess.ts';
import { parsePhoneNumber } from '../../contract/domain/identifier/phone-number.ts';
import { matchWalls } from '../../contract/domain/matching.ts';
import { MAX_OPEN_PROPOSALS } from '../../contract/domain/proposal.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { rowSchema } from '../../contract/national/rows/column.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import { sweep } from '../../national-api/clock/sweep.ts';
import type { Tables } from '../../national-api/database/tables.ts';
import { lineHash, valueHash } from '../../national-api/journal/chain.ts';
import { audienceOf } from '../../national-api/kernel/audience.ts';
import type { Ground } from '../../national-api/kernel/ground.ts';
import { DEFAULT_SETTINGS } from '../../national-api/kernel/ground.ts';
import { publicRow } from '../../national-api/kernel/seal.ts';
import { ensureNation } from '../../national-api/nation/ensure-nation.ts';
import { candidateFacts } from '../../national-api/rules/candidate-facts.ts';
import { personEngagement } from '../../national-api/rules/person-engagement.ts';
import { coverOf } from '../../national-api/rules/refresh-cover.ts';
import type { TestDatabase } from '../support/databases.ts';
import { openTestDatabase } from '../support/databases.ts';
import { brokenInvariants } from '../support/life-invariants.ts';
import { readPlaces } from '../support/read-places.ts';
import { WORLD_START } from '../support/world.ts';

/** A fifth of a demo: large enough for every case, quick enough for every run. */
const SCALE = 0.2;

type Rows = { [Name in RowKind]: Tables[Name][] };

describe('a generated nation', () => {
  let test: TestDatabase;
  let rows: Rows;
  let ground: Ground;

  const read = <Name extends keyof Tables>(name: Name) =>
    test.database.read
      .selectFrom(name as 'mission')
      .selectAll()
      .execute() as unknown as Promise<Tables[Name][]>;

  beforeAll(async () => {
    test = await openTestDatabase('sqlite');
    ground = {
      database: test.database,
      clock: () => WORLD_START,
      makeId: () => 'unused',
      randomBytes: (count) => new Uint8Array(count),
      settings: DEFAULT_SETTINGS,
      log: () => {},
    };
    await ensureNation(ground, { size: 'demo', seed: 1, places: readPlaces(), scale: SCALE });
    rows = Object.fromEntries(
      await Promise.all(ROW_KIND_NAMES.map(async (kind) => [kind, await read(kind)] as const)),
    ) as unknown as Rows;
  });
  afterAll(() => test.dispose());

  it('speaks the row language of the contract', () => {
    for (const kind of ROW_KIND_NAMES) {
      const schema = rowSchema(ROW_KINDS[kind]);
      expect(rows[kind].length, kind).toBeGreaterThan(0);
      for (const row of rows[kind]) schema.parse(publicRow(kind, row));
    }
  });

  it('F58 counts the cover of each mission from its proposals, and never fills beyond what is asked', () => {
    const byMission = Map.groupBy(rows.proposal, ({ missionId }) => missionId);
    for (const mission of rows.mission) {
      const cover = coverOf((byMission.get(mission.id) ?? []).map(({ state }) => ({ state, count: 1 })));
      expect(mission).toMatchObject(cover);
      expect(mission.accepted).toBeLessThanOrEqual(mission.headcount);
      if (mission.accepted === mission.headcount) expect(mission).toMatchObject({ contacted: 0, proposed: 0 });
    }
  });

  it('F85 counts the engagement of each person: one contact at a time, at most three proposals, no overlap', () => {
    const byCandidate = Map.groupBy(rows.proposal, ({ candidateId }) => candidateId);
    for (const candidate of rows.candidate) {
      const proposals = byCandidate.get(candidate.id) ?? [];
      expect(candidate).toMatchObject(personEngagement(proposals, WORLD_START));
      expect(proposals.filter(({ state }) => state === 'contacted').length).toBeLessThanOrEqual(1);
      expect(candidate.openProposals).toBeLessThanOrEqual(MAX_OPEN_PROPOSALS);
      expect(new Set(proposals.map(({ missionId }) => missionId)).size).toBe(proposals.length);
      const ranges = proposals
        .filter(({ state }) => state === 'accepted' || state === 'ended' || state === 'ended-early')
        .map(({ startDate, endDate }) => ({ from: startDate ?? '', until: endDate }));
      for (const [index, range] of ranges.entries()) {
        expect(ranges.slice(index + 1).some((other) => rangesOverlap(range, other))).toBe(false);
      }
      if (candidate.engagement !== 'none') expect(candidate.availability).toBe('available');
      if (candidate.engagement === 'assigned') expect(candidate.openProposals).toBe(0);
    }
  });

  it('F85 suspends the other proposals of a contacted person, and those only', () => {
    const contacted = new Set(
      rows.proposal.filter(({ state }) => state === 'contacted').map(({ candidateId }) => candidateId),
    );
    for (const { state, candidateId } of rows.proposal) {
      if (state === 'suspended') expect(contacted.has(candidateId)).toBe(true);
      if (state === 'open') expect(contacted.has(candidateId)).toBe(false);
    }
  });

  it('F93-F96 brings together only people whom no wall kept apart', () => {
    const missions = new Map(rows.mission.map((mission) => [mission.id, mission]));
    const candidates = new Map(rows.candidate.map((candidate) => [candidate.id, candidate]));
    const pools = new Map(rows.pool.map((pool) => [pool.id, pool]));
    // What follows from the pair itself; engagement and state moved on since.
    const moved = new Set([
      'mission-not-open',
      'assigned',
      'contacted',
      'overlapping-assignment',
      'too-many-proposals',
    ]);
    for (const proposal of rows.proposal) {
      const mission = missions.get(proposal.missionId);
      const candidate = candidates.get(proposal.candidateId);
      if (mission === undefined || candidate === undefined) throw new Error('A proposal without its two sides');
      const serving = rows.pool
        .filter(({ memberEstablishments }) => memberEstablishments.includes(mission.establishmentId))
        .map(({ id }) => id);
      const member = (JSON.parse(candidate.pools) as string[]).flatMap((id) => pools.get(id) ?? []);
      const facts = candidateFacts(candidate, [], member, WORLD_START);
      const walls = matchWalls(missionFacts({ ...mission, state: 'open' }, serving), facts, {
        today: mission.startDate,
        openings: [],
        nationalDecision: proposal.openingId !== null,
      });
      expect(walls.filter((wall) => !moved.has(wall))).toEqual([]);
      if (proposal.openingId === null) expect(candidate.agency).toBe(mission.agency);
    }
  });

  it('orders the steps of each proposal in time, after both sides existed', () => {
    const createdAt = new Map([...rows.mission, ...rows.candidate].map((row) => [row.id, row.createdAt]));
    const now = new Date(WORLD_START).toISOString();
    for (const proposal of rows.proposal) {
      const born = [createdAt.get(proposal.missionId) ?? '', createdAt.get(proposal.candidateId) ?? ''].sort()[1] ?? '';
      const steps = [born, proposal.proposedAt, proposal.contactedAt, proposal.decidedAt, proposal.updatedAt, now];
      const known = steps.filter((step) => step !== null);
      expect(known).toEqual([...known].sort());
    }
  });

  it('counts the use of each opening, and keeps its state true', () => {
    for (const opening of rows.opening) {
      const under = rows.proposal.filter(({ openingId }) => openingId === opening.id);
      const live = new Set(
        under
          .filter(({ state }) => ['open', 'suspended', 'contacted', 'accepted', 'ended'].includes(state))
          .map(({ candidateId }) => candidateId),
      );
      const assigned = new Set(
        under.filter(({ state }) => state === 'accepted' || state === 'ended').map(({ candidateId }) => candidateId),
      );
      expect(opening).toMatchObject({ used: live.size, assigned: assigned.size });
      expect(opening.used).toBeLessThanOrEqual(opening.ceiling);
      if (opening.state === 'paused') expect(opening.used).toBe(opening.ceiling);
      if (opening.state === 'active') expect(opening.used).toBeLessThan(opening.ceiling);
    }
  });

  it('F107 keeps one alert a mission, and its state on the mission', () => {
    const alerts = new Map(rows.alert.map((alert) => [alert.missionId, alert]));
    for (const mission of rows.mission) expect(mission.alert).toBe(alerts.get(mission.id)?.state ?? null);
    for (const alert of rows.alert) expect((JSON.parse(alert.thread) as unknown[]).length).toBe(alert.version);
  });

  it('numbers every row once in the feed, with its audience', async () => {
    const feed = await read('feed');
    const head = await test.database.read.selectFrom('feedHead').selectAll().executeTakeFirstOrThrow();
    expect(feed.length).toBe(ROW_KIND_NAMES.reduce((sum, kind) => sum + rows[kind].length, 0));
    expect(new Set(feed.map(({ number }) => number)).size).toBe(feed.length);
    expect(Math.max(...feed.map(({ number }) => number))).toBe(head.number);
    const audiences = new Map(feed.map(({ kind, id, audience }) => [`${kind}:${id}`, audience]));
    for (const kind of ROW_KIND_NAMES) {
      for (const row of rows[kind]) {
        expect(audiences.get(`${kind}:${row.id}`)).toBe(audienceOf(kind, row as never));
      }
    }
  });

  it('D5 chains every decision of the past in the journal, in the order of time', async () => {
    const lines = await test.database.read.selectFrom('journal').selectAll().orderBy('number').execute();
    const values = new Map((await read('journalValue')).map((value) => [value.journalNumber, value]));
    const head = await test.database.read.selectFrom('feedHead').selectAll().executeTakeFirstOrThrow();
    let previous = '';
    let at = '';
    for (const [index, { hash, ...line }] of lines.entries()) {
      const { journalNumber: _, ...value } = values.get(line.number) ?? { journalNumber: 0 };
      expect(line.number).toBe(index + 1);
      expect(line.previousHash).toBe(previous);
      expect(valueHash(value as never)).toBe(line.valueHash);
      expect(lineHash(line)).toBe(hash);
      expect(line.at >= at).toBe(true);
      previous = hash;
      at = line.at;
    }
    expect(head).toMatchObject({ journalNumber: lines.length, journalHash: previous });
    const accepted = rows.proposal.filter(({ state }) =>
      ['accepted', 'ended', 'ended-early', 'cancelled'].includes(state),
    );
    const told = lines.filter(({ kind }) => kind === 'proposal.accept' || kind === 'proposal.assign-on-behalf');
    expect(told.length).toBe(accepted.length);
  });

  it('F47 gives each establishment a fictitious FINESS with a good key, or a GID to vaccination centres', () => {
    const identities = rows.establishment.map(({ finess, gid }) => finess ?? gid);
    expect(new Set(identities).size).toBe(identities.length);
    for (const { finess, gid, family, name } of rows.establishment) {
      expect(name).toContain('de démonstration');
      expect(finess === null).toBe(family === 'vaccination-centre');
      expect(gid === null).toBe(finess !== null);
      if (finess !== null) {
        expect(parseFiness(finess)).toMatchObject({ ok: true, value: finess, warnings: [] });
        expect(hasFinessKey(finess)).toBe(true);
      }
    }
  });

  it('invents addresses that reach nobody and numbers that ring nowhere', async () => {
    const reserved = /@(?:example\.(?:org|com|net)|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.example)$/;
    const fiction = /^(?:019900|026191|035301|046571|053649|063998)\d{4}$/;
    const contacts = await read('candidateContact');
    const accounts = await read('account');
    expect(contacts.length).toBe(rows.candidate.length);
    for (const { email, phone } of [...contacts, ...accounts, ...rows.accountRequest]) {
      expect(parseEmailAddress(email)).toMatchObject({ ok: true, value: email });
      expect(email).toMatch(reserved);
      expect(parsePhoneNumber(phone)).toMatchObject({ ok: true, value: phone });
      expect(phone).toMatch(fiction);
    }
    expect(new Set(accounts.map(({ email }) => email)).size).toBe(accounts.length);
  });

  it('keeps a document for each flag that says so', async () => {
    const documents = await sql<{ kind: string; count: number }>`SELECT "kind", count(*) AS "count"
      FROM "candidateDocument" GROUP BY "kind"`.execute(test.database.read);
    const counts = Object.fromEntries(documents.rows.map(({ kind, count }) => [kind, count]));
    expect(counts).toEqual({
      identity: rows.candidate.filter(({ identityDocument }) => identityDocument === 1).length,
      diploma: rows.candidate.filter(({ diploma }) => diploma === 1).length,
    });
  });

  it('keeps every invariant of the life of missions, by the oracle of the rules', async () => {
    const broken = await brokenInvariants(
      test.database,
      rows.establishment.map(({ id }) => id),
      rows.candidate.map(({ id }) => id),
      '2020-11-15',
    );
    expect(broken).toEqual([]);
  });

  it('leaves nothing overdue: the service’s own clock finds nothing to end, to lapse or to turn', async () => {
    expect(await sweep(ground)).toEqual({ missionsEnded: 0, assignmentsEnded: 0, proposalsLapsed: 0, scopesTurned: 0 });
  });

  it('gives each territorial platform its support care home', () => {
    const platforms = rows.pool.filter(({ kind }) => kind === 'territorial');
    const homes = new Map(rows.establishment.map((one) => [one.id, one]));
    expect(platforms.length).toBe(12);
    expect(platforms.map((one) => homes.get(one.supportEstablishmentId ?? '')?.family)).toEqual(
      Array(12).fill('ehpad'),
    );
    expect(new Set(platforms.map(({ departement }) => departement)).size).toBe(12);
  });
});
