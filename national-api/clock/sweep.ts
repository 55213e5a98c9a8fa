/**
 * What the calendar and the clock do by themselves, run each minute; twice at once, or late, does no harm: each step
 * looks again under its locks (DOMAIN §2.6, §3, §4.4, §6).
 */
import type { Ground } from '../kernel/ground.ts';
import { endAssignments } from './end-assignments.ts';
import { endMissions } from './end-missions.ts';
import { lapseOpenProposals } from './lapse-open-proposals.ts';
import { turnOpenings } from './turn-openings.ts';

export interface SweepReport {
  readonly missionsEnded: number;
  readonly assignmentsEnded: number;
  readonly proposalsLapsed: number;
  /** Agencies whose scope moved with a date. */
  readonly scopesTurned: number;
}

/** @example const report = await sweep(ground); // { missionsEnded: 0, assignmentsEnded: 3, … } */
export async function sweep(ground: Ground): Promise<SweepReport> {
  const missionsEnded = await endMissions(ground);
  const assignmentsEnded = await endAssignments(ground);
  const proposalsLapsed = await lapseOpenProposals(ground);
  const scopesTurned = await turnOpenings(ground);
  return { missionsEnded, assignmentsEnded, proposalsLapsed, scopesTurned };
}
