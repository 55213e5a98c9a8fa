/** The campaign of one database: lives that end anywhere, and lives that end at each named instant. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseKind } from '../../support/databases.ts';
import { freshPostgresAddress } from '../../support/fresh-address.ts';
import { loadService } from '../service/load-service.ts';
import type { SourceChange } from '../service/source-change.ts';
import type { KillReport } from './run-kills.ts';
import { runKills } from './run-kills.ts';

export interface KillCampaign {
  readonly database: DatabaseKind;
  /** Address of a PostgreSQL server, for that kind. */
  readonly server: string;
  readonly seed: number;
  readonly kills: number;
  /** Lives that end by themselves, each at the instant that its change plants. */
  readonly crashes?: readonly SourceChange[];
  /** Changes planted in every life. */
  readonly bugs?: readonly SourceChange[];
}

/** Runs it in a folder and a database of its own. */
export async function runKillCampaign(campaign: KillCampaign): Promise<KillReport> {
  const { database, server, seed, kills, crashes = [], bugs = [] } = campaign;
  const folder = mkdtempSync(join(tmpdir(), 'renfort-kills-'));
  const fresh = database === 'postgres' ? await freshPostgresAddress(server) : null;
  try {
    const place = fresh === null ? { folder } : { folder, database: fresh.address };
    return await runKills({ code: await loadService(), place, seed, kills, crashes, bugs });
  } finally {
    await fresh?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line for each thing seen. */
export function describeKills(campaign: Pick<KillCampaign, 'database' | 'seed'>, { violations }: KillReport): string[] {
  const again = `npx node tests/faults/replay.ts kills --database ${campaign.database} --seed ${campaign.seed}`;
  return violations.map(({ oracle, what }) => `${oracle}: ${what} (${again})`);
}
