/**
 * Figures of the feed on one machine: first transfer, ready-made snapshot, pull and difference, beside the raw floor
 * of an insert with its indexes. Read the ratios: other work may share the cores.
 *
 * node tests/bench/feed-figures.ts [--size region|nation]
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createZstdDecompress, zstdDecompressSync } from 'node:zlib';
import BetterSqlite from 'better-sqlite3';
import type { Principal } from '../../contract/national/principal.ts';
import { MIRROR_DDL, MIRROR_INDEXES } from '../../contract/national/rows/row-ddl.ts';
import type { ImageRows } from '../../national-api/database/mirror-image.ts';
import { openDatabase } from '../../national-api/database/open-database.ts';
import { bulkLines, bulkStream } from '../../national-api/feed/bulk.ts';
import { pull } from '../../national-api/feed/pull.ts';
import { refreshScopes } from '../../national-api/feed/scope-versions.ts';
import { shippedPlaces } from '../../national-api/geography/shipped-places.ts';
import type { Ground } from '../../national-api/kernel/ground.ts';
import { DEFAULT_SETTINGS } from '../../national-api/kernel/ground.ts';
import { seal } from '../../national-api/kernel/seal.ts';
import { UnitOfWork } from '../../national-api/kernel/unit-of-work.ts';
import { ensureNation } from '../../national-api/nation/ensure-nation.ts';
import { openSnapshotShelf } from '../../national-api/snapshot/snapshot-shelf.ts';
import { createUuidMaker } from '../../national-api/uuid-maker.ts';

const { values } = parseArgs({ options: { size: { type: 'string', default: 'region' } } });
const size = values.size === 'nation' ? 'nation' : 'region';
const folder = mkdtempSync(join(tmpdir(), 'renfort-figures-'));
const database = await openDatabase(join(folder, 'national.sqlite'));
const random = (count: number): Uint8Array => randomBytes(count);
const ground: Ground = {
  database,
  clock: Date.now,
  makeId: createUuidMaker(Date.now, random),
  randomBytes: random,
  settings: DEFAULT_SETTINGS,
  log: () => {},
};
const person = (patch: Partial<Principal>): Principal => ({
  personId: 'bench',
  displayName: 'Mesure',
  role: 'ccs-desk',
  agency: null,
  departements: null,
  establishments: [],
  candidateId: null,
  validUntil: null,
  ...patch,
});
const desk = person({});
const regulator = person({ role: 'ars-regulator', agency: 6 });

async function timed<Result>(words: string, act: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  await wait(5); // the histogram starts with the first turn
  const start = performance.now();
  const result = await act();
  const ms = performance.now() - start;
  await wait(5); // the stall under way is counted when the loop turns
  loop.disable();
  process.stdout.write(
    `${words.padEnd(58)} ${ms.toFixed(0).padStart(7)} ms   longest stall ${(loop.max / 1e6).toFixed(0)} ms, p99 ${(loop.percentile(99) / 1e6).toFixed(0)} ms\n`,
  );
  return { result, ms };
}

const drain = async (stream: AsyncIterable<Uint8Array>): Promise<number> => {
  let bytes = 0;
  for await (const part of stream) bytes += part.byteLength;
  return bytes;
};

await timed(`make the nation (${size})`, () => ensureNation(ground, { size, seed: 1, places: shippedPlaces() }));
const [caller, scope] = size === 'nation' ? ([desk, 'nation'] as const) : ([regulator, 'agency:6'] as const);

// The raw floor: the same rows, already in memory as chunks, into the same tables, indexes after.
const chunks: ImageRows[] = [];
for await (const line of await bulkLines(ground, caller)) {
  if ('kind' in line) chunks.push({ ...line, table: line.kind });
}
const rows = chunks.reduce((sum, chunk) => sum + chunk.numbers.length, 0);
const floor = await timed(`raw floor: insert ${rows} rows, then indexes`, async () => {
  const raw = new BetterSqlite(join(folder, 'floor.sqlite'));
  raw.pragma('journal_mode = WAL');
  for (const statement of MIRROR_DDL) raw.exec(statement);
  raw.transaction(() => {
    for (const chunk of chunks) {
      const names = ['feedNumber', ...chunk.columns].map((name) => `"${name}"`).join(', ');
      const statement = raw.prepare(
        `INSERT INTO "${chunk.table}" (${names}) VALUES (${Array(chunk.columns.length + 1)
          .fill('?')
          .join(', ')})`,
      );
      for (const [index, number] of chunk.numbers.entries()) {
        statement.run([number, ...chunk.values.map((column) => column[index] ?? null)]);
      }
    }
    for (const statement of MIRROR_INDEXES) raw.exec(statement);
  })();
  raw.close();
});
const against = (ms: number): string => `${(ms / floor.ms).toFixed(2)} × the floor`;

const bulk = await timed('bulk transfer, compressed, read to its end', async () =>
  drain(await bulkStream(ground, caller)),
);
process.stdout.write(`  ${(bulk.result / 1e6).toFixed(1)} MB of zstd, ${against(bulk.ms)}\n`);
const parsed = await timed('bulk transfer, inflated and parsed in the same thread', async () => {
  let first: number | null = null;
  const start = performance.now();
  const stream = (await bulkStream(ground, caller)).pipe(createZstdDecompress());
  for await (const line of createInterface({ input: stream })) {
    JSON.parse(line);
    first ??= line.includes('"kind":"mission"') ? performance.now() - start : null;
  }
  return first;
});
process.stdout.write(`  ${against(parsed.ms)}; the first missions after ${parsed.result?.toFixed(0)} ms\n`);

const shelf = await openSnapshotShelf(ground, folder);
const built = await timed('ready-made snapshot, built', () => shelf.rebuild(scope));
process.stdout.write(
  `  ${(built.result.manifest.bytes / 1e6).toFixed(1)} MB, zstd ${(built.result.manifest.compressedBytes / 1e6).toFixed(1)} MB, ${against(built.ms)}\n`,
);
const given = await timed('ready-made snapshot, given, proved, inflated, written', async () => {
  const parts: Uint8Array[] = [];
  for await (const part of (await shelf.content(caller, scope)).stream) parts.push(part as Uint8Array);
  const content = Buffer.concat(parts);
  createHash('sha256').update(content).digest();
  writeFileSync(join(folder, 'arrived.sqlite'), zstdDecompressSync(content), { flush: true });
});
process.stdout.write(`  ${against(given.ms)}\n`);
await shelf.close();

// 1,000 people change, then an opening lets a crowd enter.
const { number: before } = await database.read.selectFrom('feedHead').select('number').executeTakeFirstOrThrow();
await database.transaction(async (writer) => {
  const work = new UnitOfWork(writer, ground);
  const some = await writer.selectFrom('candidate').selectAll().where('agency', '=', 6).limit(1000).execute();
  for (const row of work.adopt('candidate', some)) await work.update('candidate', row, { city: 'Ailleurs' });
  await seal(work);
});
const version =
  (
    await database.read
      .selectFrom('scope')
      .select('version')
      .where('id', '=', 'agency:6')
      .orderBy('version', 'desc')
      .executeTakeFirst()
  )?.version ?? 0;
await timed('pull of 1,000 changed candidates', () =>
  pull(ground, regulator, { after: before, scopeVersion: version, limit: 2000 }),
);
await database.transaction(async (writer) => {
  const work = new UnitOfWork(writer, ground);
  const [model] = await writer.selectFrom('opening').selectAll().execute();
  if (model === undefined) throw new Error('This nation has no opening');
  const { version: _version, updatedAt: _updatedAt, ...columns } = model;
  await work.insert('opening', {
    ...columns,
    id: ground.makeId(),
    state: 'active',
    receiverAgency: 6,
    lenderAgencies: null,
    poolKinds: 31,
    professions: '[]',
    specialties: '[]',
    mobilisations: '["national"]',
    fromDate: '2000-01-01',
    untilDate: '2100-01-01',
  });
  await refreshScopes(work, [6], '2050-01-01');
  await seal(work);
});
const difference = await timed('difference of scope: every mobile volunteer enters', async () => {
  const { number: head } = await database.read.selectFrom('feedHead').select('number').executeTakeFirstOrThrow();
  const seen = { entered: 0, pages: 0, longest: 0 };
  for (let resume: string | undefined; ; ) {
    const start = performance.now();
    const page = await pull(ground, regulator, {
      after: head,
      scopeVersion: version,
      limit: 2000,
      ...(resume === undefined ? {} : { resume }),
    });
    seen.longest = Math.max(seen.longest, performance.now() - start);
    seen.entered += page.entries.length;
    seen.pages += 1;
    resume = page.resume ?? undefined;
    if (resume === undefined) return seen;
  }
});
const { entered, pages, longest } = difference.result;
process.stdout.write(`  ${entered} rows entered in ${pages} pages; the longest page ${longest.toFixed(0)} ms\n`);
process.stdout.write(`memory at the end ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB\n`);
await database.close();
rmSync(folder, { recursive: true, force: true });
