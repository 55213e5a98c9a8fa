/** The simulator as the demonstration starts it: in the service's own process, with tokens minted there. */
import type { Places } from '../../contract/domain/geography/places.ts';
import { mintToken } from '../identity/mint-token.ts';
import type { Ground } from '../kernel/ground.ts';
import type { SimulationSpeed } from '../simulator/pace.ts';
import type { SimulatorCounts } from '../simulator/start-simulator.ts';
import { startSimulator } from '../simulator/start-simulator.ts';
import { inventNewcomers } from './invent-newcomers.ts';
import { createRandom } from './random.ts';
import { readCast } from './read-cast.ts';

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
  const { url, seed, speed, places } = options;
  const random = createRandom(seed, `simulator:${ground.clock()}`);
  const { done } = startSimulator({
    url,
    seed,
    speed,
    random,
    invention: inventNewcomers(random, places),
    cast: await readCast(ground, seed),
    tokenFor: (player) => mintToken(ground, player, TOKEN_SECONDS),
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
