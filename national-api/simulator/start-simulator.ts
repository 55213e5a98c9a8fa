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
import { createWeightedDraw } from '../../contract/domain/geography/weighted-draw.ts';
import type { Clock } from '../../contract/domain/instant.ts';
import type { Chance } from './chance.ts';
import type { Invention } from './invention.ts';
import { createNationalClient, ServiceBusy, ServiceRefusal } from './national-client.ts';
import type { SimulationSpeed } from './pace.ts';
import { nextPause } from './pace.ts';
import { playCandidate } from './play-candidate.ts';
import { playEstablishment } from './play-establishment.ts';
import { playApplicant, playVolunteer } from './play-newcomer.ts';
import type { Player } from './player.ts';
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
  readonly tokenFor: (player: Player) => Promise<string>;
  readonly cast: Cast;
  readonly invention: Invention;
  readonly random: Chance;
  /** Decides for ever who leaves whom without an answer. */
  readonly seed: number;
  readonly speed: SimulationSpeed;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Counts only. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
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

/** @example const { done } = startSimulator({ url, tokenFor, cast, invention, random, seed: 1, speed: 'slow', clock, signal, log }); */
export function startSimulator(options: SimulatorOptions): Simulator {
  const { url, tokenFor, cast, invention, random, seed, speed, clock, signal, log, wait = waitReally } = options;
  const stage: Stage = {
    client: createNationalClient({ url, tokenFor, signal }),
    random,
    clock,
    invention,
    cast,
  };
  const drawAct = createWeightedDraw(Object.entries(ACTS) as [ActName, number][], ([, share]) => share);
  const counts = { accepted: 0, conflict: 0, refused: 0, nothing: 0, busy: 0, failed: 0 };

  /** One act; returns how long the service wants to be left alone. */
  async function act(): Promise<number> {
    const [name] = drawAct(random.unit());
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
