/**
 * How fast the demonstration lives. One second of the clock on the wall is so many seconds of the life that establishments
 * and volunteers lead; the service itself keeps real time.
 */
import type { Chance } from './chance.ts';

export const SIMULATION_SPEEDS = ['slow', 'fast'] as const;
export type SimulationSpeed = (typeof SIMULATION_SPEEDS)[number];

/** Lived seconds for each real one: slow, 1 s = 1 min; fast, 1 s = 30 min. */
export const LIVED_SECONDS: Readonly<Record<SimulationSpeed, number>> = { slow: 60, fast: 1_800 };

/** Acts of a day in a nation of 24,000 candidates and 2,400 missions. */
const ACTS_A_DAY = 900;
const SECONDS_A_DAY = 86_400;
/** Never more often than this, whatever the speed: the service has other callers. */
export const SHORTEST_PAUSE_MS = 60;

/**
 * Milliseconds to the next act: a Poisson process, so that acts come in small bursts as they do in life.
 *
 * @example nextPause(random, 'slow') // about 1,600 on average
 */
export function nextPause(random: Chance, speed: SimulationSpeed): number {
  const average = (SECONDS_A_DAY / ACTS_A_DAY / LIVED_SECONDS[speed]) * 1_000;
  return Math.max(SHORTEST_PAUSE_MS, -Math.log(1 - random.unit()) * average);
}
