/** Plays histories on a sick workspace until an oracle sees the bug. */
import type { Violation } from '../oracles/evidence.ts';
import { loadService } from '../service/load-service.ts';
import type { ClientBug } from './client-bugs.ts';
import { loadBulk, loadClient } from './load-client.ts';
import type { HistoryReport } from './run-history.ts';
import { runHistory } from './run-history.ts';

/** Histories after which a bug that nobody saw is a survivor. */
export const HUNT_LIMIT = 60;

export interface ClientSight {
  readonly bug: string;
  readonly runs: number;
  readonly seed: number | null;
  readonly seen: Violation | null;
}

export async function huntClientBug(bug: ClientBug): Promise<ClientSight> {
  const code = {
    client: await loadClient(bug.name, bug.changes),
    service: await loadService(),
    bulk: await loadBulk(),
  };
  for (let seed = 1; seed <= HUNT_LIMIT; seed += 1) {
    const { violations } = await runHistory(code, seed);
    const [seen] = violations;
    if (seen !== undefined) return { bug: bug.name, runs: seed, seed, seen };
  }
  return { bug: bug.name, runs: HUNT_LIMIT, seed: null, seen: null };
}

/** Histories of consecutive seeds on the true workspace; stops at the first that shows something. */
export async function playHistories(firstSeed: number, count: number): Promise<HistoryReport[]> {
  const code = { client: await loadClient(), service: await loadService(), bulk: await loadBulk() };
  const reports: HistoryReport[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const report = await runHistory(code, seed);
    reports.push(report);
    if (report.violations.length > 0) break;
  }
  return reports;
}
