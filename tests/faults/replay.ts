/**
 * The campaigns by hand:
 *
 * ```
 * npx node tests/faults/replay.ts race --database sqlite --seed 17 [--count 100] [--bug no-version-check]
 * npx node tests/faults/replay.ts kills --database postgres --seed 2 [--count 40]
 * npx node tests/faults/replay.ts bugs [--write]
 * ```
 *
 * `race` shows what the oracles see in the races of consecutive seeds, on the true service or on one with a planted
 * bug. `kills` kills the real service that many times, then once at each named instant. `bugs` hunts every planted bug and prints the table; `--write` puts it into docs/campaigns.md.
 */
import { parseArgs } from 'node:util';
import type { DatabaseKind } from '../support/databases.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { everyCrash } from './kills/crash-points.ts';
import { describeKills, runKillCampaign } from './kills/kill-campaign.ts';
import { bugTable, writeBugTable } from './planted/bug-table.ts';
import { EVERY_BUG } from './planted/every-bug.ts';
import { describeViolations, runRaces, total } from './races/race-campaign.ts';
import { loadService } from './service/load-service.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1' },
    bug: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

/** Gives the address of a PostgreSQL for as long as the work lasts. */
async function withServer<Result>(needed: boolean, work: (server: string) => Promise<Result>): Promise<Result> {
  if (!needed) return work('');
  const server = await startPostgres();
  try {
    return await work(server.address);
  } finally {
    await server.stop();
  }
}

async function race(): Promise<number> {
  const database: DatabaseKind = values.database === 'postgres' ? 'postgres' : 'sqlite';
  const bug = EVERY_BUG.find(({ name }) => name === values.bug);
  if (values.bug !== undefined && !bug) throw new Error(`No planted bug is named ${values.bug}`);
  const code = bug ? await loadService(bug.name, bug.changes) : await loadService();
  const campaign = { database, firstSeed: Number(values.seed), races: Number(values.count) };
  const reports = await withServer(database === 'postgres', (server) => runRaces(code, { ...campaign, server }));
  const violations = describeViolations(database, reports);
  for (const line of violations) say(line);
  say(`verdicts ${JSON.stringify(total(reports.map(({ outcomes }) => outcomes)))}`);
  say(`effects  ${JSON.stringify(total(reports.map(({ effects }) => effects)))}`);
  say(`${reports.length} races on ${database}, ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
}

async function kills(): Promise<number> {
  const database: DatabaseKind = values.database === 'postgres' ? 'postgres' : 'sqlite';
  const terms = { database, seed: Number(values.seed), kills: Number(values.count), crashes: everyCrash() };
  const report = await withServer(database === 'postgres', (server) => runKillCampaign({ ...terms, server }));
  const violations = describeKills(terms, report);
  for (const line of violations) say(line);
  const { kills: deaths, commands, accepted } = report;
  say(`${deaths} kills on ${database}: ${commands} commands, ${accepted} accepted, ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
}

async function bugs(): Promise<number> {
  const table = await withServer(true, bugTable);
  say(table.text);
  if (values.write) writeBugTable(table.text);
  return table.survivors === 0 ? 0 : 1;
}

const commands: Readonly<Record<string, () => Promise<number>>> = { race, kills, bugs };
const command = commands[positionals[0] ?? ''];
if (!command) throw new Error(`Say one of: ${Object.keys(commands).join(', ')}`);
process.exitCode = await command();
