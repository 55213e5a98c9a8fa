/**
 * Plays establishments and volunteers on a running service, through its public API alone, until it is told to stop.
 *
 * ```
 * pause (Poisson, never shorter than 60 ms) ─▶ one act ─▶ pause ─▶ …      at most one act at a time
 *                                               ├─ 429, 503, unreachable ─▶ waits what it is told, longer each time
 *                                               └─ abort ─▶ ends at once
 * ```
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Places } from '../../contract/domain/geography/places.ts';
import type { Clock } from '../../contract/domain/instant.ts';
import type { Subject } from '../identity/subject.ts';
import type { Log } from '../kernel/ground.ts';
import { shareDraw } from '../nation/draw-share.ts';
import { createRandom } from '../nation/random.ts';
import { createNationalClient, ServiceBusy, ServiceRefusal } from './national-client.ts';
import type { SimulationSpeed } from './pace.ts';
import { nextPause } from './pace.ts';
import { playCandidate } from './play-candidate.ts';
import { playEstablishment } from './play-establishment.ts';
import { playApplicant, playVolunteer } from './play-newcomer.ts';
import type { Cast, Outcome, Stage } from './stage.ts';

/** Acts, in parts. */
const ACTS = { establishment: 74, candidate: 12, volunteer: 11, applicant: 3 } as const;
type ActName = keyof typeof ACTS;

const PLAYERS: Readonly<Record<ActName, (stage: Stage, seed: number) => Promise<Outcome>>> = {
  establishment: playEstablishment,
  candidate: playCandidate,
  volunteer: playVolunteer,
  applicant: playApplicant,
};

const LONGEST_WAIT_MS = 120_000;
/** Acts between two lines of the log. */
const ACTS_A_LINE = 100;

export interface SimulatorOptions {
  readonly url: string;
  /** A bearer token for an account or a candidate of the demonstration. */
  readonly tokenFor: (subject: Subject) => Promise<string>;
  readonly cast: Cast;
  readonly places: Places;
  readonly seed: number;
  readonly speed: SimulationSpeed;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Waits, or rejects when the signal aborts; given by tests that have no time. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Acts after which it ends by itself; without it, never. */
  readonly acts?: number;
}

export type SimulatorCounts = Readonly<Record<Outcome | 'busy' | 'failed', number>>;

export interface Simulator {
  /** Fulfilled when it has stopped, with what was played. */
  readonly done: Promise<SimulatorCounts>;
}

const waitReally = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await delay(milliseconds, undefined, { signal, ref: false });
};

/** @example const { done } = startSimulator({ url, tokenFor, cast, places, seed: 1, speed: 'slow', clock, signal, log }); */
export function startSimulator(options: SimulatorOptions): Simulator {
  const { url, tokenFor, cast, places, seed, speed, clock, signal, log, wait = waitReally } = options;
  const random = createRandom(seed, `simulator:${clock()}`);
  const stage: Stage = {
    client: createNationalClient({ url, tokenFor, signal }),
    random,
    clock,
    places,
    cast,
    runMark: random.hex(3),
  };
  const drawAct = shareDraw<ActName>(ACTS);
  const counts = { accepted: 0, conflict: 0, refused: 0, nothing: 0, busy: 0, failed: 0 };

  /** One act; returns how long the service wants to be left alone. */
  async function act(): Promise<number> {
    const name = drawAct(random);
    try {
      counts[await PLAYERS[name](stage, seed)] += 1;
      return 0;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ServiceBusy) {
        counts.busy += 1;
        return error.retryAfterMs;
      }
      if (error instanceof ServiceRefusal) {
        counts.refused += 1;
        return 0;
      }
      counts.failed += 1;
      log('simulator.fault', { act: name, error: error instanceof Error ? error.name : 'unknown' });
      return 1_000;
    }
  }

  async function play(): Promise<SimulatorCounts> {
    let troubles = 0;
    try {
      for (let played = 1; options.acts === undefined || played <= options.acts; played += 1) {
        await wait(nextPause(random, speed), signal);
        const asked = await act();
        troubles = asked === 0 ? 0 : troubles + 1;
        // Told to wait again and again, it waits longer each time, and never all callers at the same instant.
        if (asked > 0) {
          const patience = asked * 2 ** Math.min(5, troubles - 1) * random.between(1, 1.5);
          await wait(Math.min(LONGEST_WAIT_MS, patience), signal);
        }
        if (played % ACTS_A_LINE === 0) log('simulator.played', { ...counts });
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    log('simulator.stopped', { ...counts });
    return counts;
  }

  return { done: play() };
}
