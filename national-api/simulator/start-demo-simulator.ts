/** The simulator as the demonstration starts it: in the service's own process, with tokens minted there. */
import type { Places } from '../../contract/domain/geography/places.ts';
import { mintToken } from '../identity/mint-token.ts';
import type { Ground } from '../kernel/ground.ts';
import type { SimulationSpeed } from './pace.ts';
import { readCast } from './read-cast.ts';
import type { SimulatorCounts } from './start-simulator.ts';
import { startSimulator } from './start-simulator.ts';

const TOKEN_SECONDS = 3_600;

export interface DemoSimulatorOptions {
  /** Where the service listens. */
  readonly url: string;
  readonly seed: number;
  readonly speed: SimulationSpeed;
  readonly places: Places;
}

export interface DemoSimulator {
  /** Ends at once; what was being played is left to the service. */
  stop(): Promise<SimulatorCounts>;
}

/** @example const simulator = await startDemoSimulator(ground, { url, seed: 1, speed: 'slow', places }); */
export async function startDemoSimulator(ground: Ground, options: DemoSimulatorOptions): Promise<DemoSimulator> {
  const stopping = new AbortController();
  const { done } = startSimulator({
    ...options,
    cast: await readCast(ground, options.seed),
    tokenFor: (subject) => mintToken(ground, subject, TOKEN_SECONDS),
    clock: ground.clock,
    signal: stopping.signal,
    log: ground.log,
  });
  return {
    stop() {
      stopping.abort();
      return done;
    },
  };
}
