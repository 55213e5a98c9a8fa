/** Many races, nine to a fresh database at most, with what came of them all. */
import type { DatabaseKind } from '../../support/databases.ts';
import type { ServiceCode } from '../service/load-service.ts';
import type { RaceReport } from './run-race.ts';
import { runRace } from './run-race.ts';
import type { Stage } from './stage.ts';
import { openStage } from './stage.ts';
import { RACES_PER_DATABASE } from './subjects.ts';

export interface RaceCampaign {
  readonly database: DatabaseKind;
  /** Address of a PostgreSQL server, for that kind. */
  readonly server: string;
  readonly firstSeed: number;
  readonly races: number;
  /** Ends the campaign when it says so: a hunt ends at first sight. */
  readonly until?: (report: RaceReport) => boolean;
}

/** Seeds 1 to these are raced on the true service in each run of the tests. */
export const RACED_SEEDS: Readonly<Record<DatabaseKind, number>> = { sqlite: 350, postgres: 150 };

/** Runs the races of consecutive seeds. */
export async function runRaces(code: ServiceCode, campaign: RaceCampaign): Promise<RaceReport[]> {
  const reports: RaceReport[] = [];
  let stage: Stage | null = null;
  try {
    for (let run = 0; run < campaign.races; run += 1) {
      const seed = campaign.firstSeed + run;
      // A seed has its slot wherever the campaign begins: the agencies of its race are always the same.
      const slot = (seed - 1) % RACES_PER_DATABASE;
      if (stage === null || slot === 0) {
        await stage?.dispose();
        stage = null;
        stage = await openStage(campaign.database, code, campaign.server);
      }
      const report = await runRace(stage, seed, slot);
      reports.push(report);
      if (campaign.until?.(report) === true) break;
    }
    return reports;
  } finally {
    await stage?.dispose();
  }
}

/** Sums what each race counted. */
export function total(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((each) => Object.entries(each))) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

/** One line for each thing seen, with the command that shows it again. */
export function describeViolations(database: DatabaseKind, reports: readonly RaceReport[]): string[] {
  return reports.flatMap(({ seed, violations }) =>
    violations.map(
      ({ oracle, what }) =>
        `seed ${seed}: ${oracle}: ${what} (npx node tests/faults/replay.ts race --database ${database} --seed ${seed})`,
    ),
  );
}
