/** A generated nation: the same seed gives the same rows on both databases, and the base is never filled twice. */
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import type { Database } from '../../national-api/database/database.ts';
import type { Ground } from '../../national-api/kernel/ground.ts';
import { DEFAULT_SETTINGS } from '../../national-api/kernel/ground.ts';
import { canonicalDigest } from '../../national-api/nation/canonical-digest.ts';
import { ensureNation } from '../../national-api/nation/ensure-nation.ts';
import type { DatabaseKind, TestDatabase } from '../support/databases.ts';
import { onBothDatabases, openTestDatabase } from '../support/databases.ts';
import { readPlaces } from '../support/read-places.ts';
import { startWorld, WORLD_START } from '../support/world.ts';

const places = readPlaces();
const SCALE = 0.1;
/** Two nations are drawn, written and read again, on a machine that may be busy with other suites. */
const PATIENCE = 120_000;
const opened: TestDatabase[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.dispose()));
});

async function emptyGround(kind: DatabaseKind, now = WORLD_START): Promise<Ground> {
  const test = await openTestDatabase(kind);
  opened.push(test);
  return {
    database: test.database,
    clock: () => now,
    makeId: () => 'unused',
    randomBytes: (count) => new Uint8Array(count),
    settings: DEFAULT_SETTINGS,
    log: () => {},
  };
}

async function indexNames({ dialect, read }: Database): Promise<string[]> {
  const catalogue =
    dialect === 'sqlite'
      ? sql<{ name: string }>`SELECT "name" FROM "sqlite_master" WHERE "type" = 'index' ORDER BY 1`
      : sql<{ name: string }>`SELECT "indexname" AS "name" FROM "pg_indexes" WHERE "schemaname" = 'public' ORDER BY 1`;
  return (await catalogue.execute(read)).rows.map(({ name }) => name);
}

const demo = { size: 'demo', seed: 1, places, scale: SCALE } as const;

it(
  'gives the same nation for the same seed and day on both databases, at any hour of the day',
  async () => {
    const sqlite = await emptyGround('sqlite');
    const postgres = await emptyGround('postgres', WORLD_START + 5 * 3_600_000);
    await ensureNation(sqlite, demo);
    await ensureNation(postgres, demo);
    const digest = await canonicalDigest(sqlite.database);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await canonicalDigest(postgres.database)).toBe(digest);
  },
  PATIENCE,
);

it('gives another nation for another seed, and for another day', async () => {
  const digests = new Set<string>();
  for (const [seed, days] of [
    [1, 0],
    [2, 0],
    [1, 1],
  ] as const) {
    const ground = await emptyGround('sqlite', WORLD_START + days * 86_400_000);
    await ensureNation(ground, { ...demo, seed, scale: 0.02 });
    digests.add(await canonicalDigest(ground.database));
  }
  expect(digests.size).toBe(3);
});

onBothDatabases('a base that is asked for a nation', (kind) => {
  it('keeps the one it has, and says which', async () => {
    const ground = await emptyGround(kind);
    const small = { ...demo, scale: 0.02 };
    const first = await ensureNation(ground, small);
    const before = await canonicalDigest(ground.database);
    const second = await ensureNation(ground, { ...small, size: 'region', seed: 7 });
    expect(first).toMatchObject({ created: true, nation: { size: 'demo', seed: 1, candidates: 480, missions: 48 } });
    expect(second).toEqual({ created: false, nation: first.nation });
    expect(await canonicalDigest(ground.database)).toBe(before);
  });

  it('mixes nothing invented with real work', async () => {
    const world = await startWorld(kind);
    await world.mission();
    expect(await ensureNation(world.ground, demo)).toEqual({ created: false, nation: null });
    await world.dispose();
  });

  it('has every index after a large load', async () => {
    const ground = await emptyGround(kind);
    const before = await indexNames(ground.database);
    await ensureNation(ground, { ...demo, size: 'nation', scale: 0.03 });
    expect(before.length).toBeGreaterThan(20);
    expect(await indexNames(ground.database)).toEqual(before);
  });
});
