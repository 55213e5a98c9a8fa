/** Runs races on a sick service until an oracle sees the bug; the first sight ends the hunt. */
import type { DatabaseKind } from '../../support/databases.ts';
import type { Violation } from '../oracles/evidence.ts';
import { RACED_SEEDS, runRaces } from '../races/race-campaign.ts';
import type { ServiceCode } from '../service/load-service.ts';
import { loadService } from '../service/load-service.ts';
import type { PlantedBug } from './planted-bug.ts';

export interface Sight {
  readonly bug: string;
  readonly database: DatabaseKind;
  /** Races run, the last included. */
  readonly runs: number;
  /** The race in which something was seen, and what; null for a survivor. */
  readonly seed: number | null;
  readonly seen: Violation | null;
}

/** The copy of the service with the bug planted; a process can make it once. */
export function loadSick(bug: PlantedBug): Promise<ServiceCode> {
  return loadService(bug.name, bug.changes);
}

/** Races seeds 1, 2, 3… on a sick service, those that the true service races in green; a bug unseen in all survives. */
export async function hunt(bug: PlantedBug, code: ServiceCode, database: DatabaseKind, server: string): Promise<Sight> {
  const until = ({ violations }: { violations: readonly Violation[] }) => violations.length > 0;
  const reports = await runRaces(code, { database, server, firstSeed: 1, races: RACED_SEEDS[database], until });
  const last = reports.at(-1);
  const seen = last?.violations[0] ?? null;
  return { bug: bug.name, database, runs: reports.length, seed: seen === null ? null : (last?.seed ?? null), seen };
}
