/**
 * `npm run bench`: measures the national service, ratios first. Never fails because something is slow: the reader judges.
 *
 * npm run bench -- [--size region|nation] [--rounds N] [--database sqlite|postgres] [--only MESURE,MESURE] [--json FICHIER]
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { PostgresServer } from '../support/postgres-server.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { DatabaseKind } from './bench-case.ts';
import { DATABASE_KINDS } from './bench-case.ts';
import type { CaseName } from './cases.ts';
import { CASE_NAMES, CASES } from './cases.ts';
import type { BenchOptions } from './read-options.ts';
import { OptionsFault, readOptions } from './read-options.ts';
import type { Sample } from './report.ts';
import { ratiosOf, summarise, writeReport } from './report.ts';

const RUNNER = fileURLToPath(new URL('./run-case.ts', import.meta.url));
/** A generation at nation size takes half a minute: once is enough there. */
const GENERATIONS = { demo: Infinity, region: Infinity, nation: 1 } as const;

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

interface Bench {
  readonly options: BenchOptions;
  readonly folder: string;
  readonly postgres: PostgresServer | null;
  readonly samples: Sample[];
}

/** Addresses of fresh bases: a file, or a database of the throw-away server. */
async function freshAddress({ folder, postgres }: Bench, kind: DatabaseKind, name: string): Promise<string> {
  if (kind === 'sqlite' || postgres === null) return join(folder, `${name}.sqlite`);
  const client = new pg.Client({ connectionString: `${postgres.address}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
  await client.end();
  return `${postgres.address}/${name}`;
}

async function runCase(
  bench: Bench,
  name: CaseName,
  database: DatabaseKind,
  address: string,
  round: number,
): Promise<void> {
  const folder = join(bench.folder, `case-${bench.samples.length}`);
  await mkdir(folder, { recursive: true });
  const { size, scale } = bench.options;
  const input = JSON.stringify({ name, database, address, folder, size, scale, round });
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=6144', RUNNER, input], {
      maxBuffer: 16 * 1024 * 1024,
    });
    const sample = JSON.parse(stdout) as Sample;
    bench.samples.push(sample);
    say(`  ${name} (${database}, passage ${round}) : ${Math.round(sample.milliseconds)} ms`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const kindIsThere = ({ postgres }: Bench, kind: DatabaseKind): boolean => kind === 'sqlite' || postgres !== null;

async function measure(bench: Bench): Promise<void> {
  const { options } = bench;
  const kinds = DATABASE_KINDS.filter((kind) => (options.database ?? kind) === kind && kindIsThere(bench, kind));
  const addresses = new Map<DatabaseKind, string>();
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const name of CASE_NAMES.filter((one) => options.only.has(one))) {
      for (const kind of CASES[name].onEachDatabase ? kinds : kinds.slice(0, 1)) {
        if (name === 'generation') {
          if (round > GENERATIONS[options.size]) continue;
          const address = await freshAddress(bench, kind, `nation_${kind}_${round}`);
          await runCase(bench, name, kind, address, round);
          // The first nation of each kind serves all that follows.
          if (round === 1) addresses.set(kind, address);
          continue;
        }
        await runCase(bench, name, kind, addresses.get(kind) ?? '', round);
      }
    }
  }
}

function describeMachine() {
  return {
    processor: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 1e9),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}

function optionsOrLeave(): BenchOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof OptionsFault)) throw error;
    say(error.message);
    process.exit(2);
  }
}

const options = optionsOrLeave();
const folder = await mkdtemp(join(tmpdir(), 'renfort-bench-'));
// Of what happens on the workstation, one nation is enough.
const needsBoth = [...options.only].some((name) => name !== 'generation' && CASES[name].onEachDatabase);
const postgres = options.database === 'sqlite' || !needsBoth ? null : await startPostgres();
const bench: Bench = { options, folder, postgres, samples: [] };
try {
  await measure(bench);
} finally {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}
const results = summarise(bench.samples);
const machine = describeMachine();
const title = `Banc de mesure, taille « ${options.size} », ${options.rounds} passages — ${machine.cores} cœurs, Node ${machine.node}`;
process.stdout.write(writeReport(title, results));
if (options.json !== undefined) {
  const asked = { ...options, only: [...options.only] };
  const report = { machine, options: asked, ratios: ratiosOf(results), results, samples: bench.samples };
  await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
}
