/**
 * The service is killed again and again while three workstations work; then it lives, they finish, and the oracles
 * judge what it kept and what it told.
 *
 * ```
 * place ─▶ first life: sign in ─▶ [ start ─▶ work ─▶ SIGKILL ] × kills ─▶ last life: finish ─▶ judge
 * ```
 */
import type { Principal } from '../../../contract/national/principal.ts';
import type { Database } from '../../../national-api/database/database.ts';
import type { Ground } from '../../../national-api/kernel/ground.ts';
import { signIn } from '../../support/sign-in.ts';
import type { Violation } from '../oracles/evidence.ts';
import { heldVerdict } from '../oracles/evidence.ts';
import type { Subjects } from '../races/subjects.ts';
import { placeSubjects } from '../races/subjects.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { seededRandom } from '../seeded-random.ts';
import type { ServiceCode } from '../service/load-service.ts';
import type { SourceChange } from '../service/source-change.ts';
import { judgeKills } from './judge-kills.ts';
import { KILL_HABITS } from './kill-habits.ts';
import type { ServiceLife, ServicePlace } from './service-life.ts';
import { startLife } from './service-life.ts';
import type { Door } from './workstation.ts';
import { Workstation } from './workstation.ts';

/** People of the demonstration: two of one agency, and the national desk. */
const PEOPLE = ['demo-alix-eglantine', 'demo-morgan-tamaris', 'demo-victoire-sequoia'];
/** Missions that neither begin nor end while the campaign runs, even at midnight. */
const FAR_DAYS = [
  [3, 8],
  [8, 12],
  [9, 12],
] as const;
/** A life in which nobody comes to the planted instant ends by the clock. */
const LONGEST_LIFE = 5000;
/** Times that what waits is sent again in the last life. */
const FINISHING_ROUNDS = 6;

export interface KillTerms {
  readonly code: ServiceCode;
  readonly place: ServicePlace;
  readonly seed: number;
  /** Lives that end at a random instant. */
  readonly kills: number;
  /** Lives that end by themselves, each at the instant that its change plants. */
  readonly crashes: readonly SourceChange[];
  /** Changes planted in every life. */
  readonly bugs: readonly SourceChange[];
}

export interface KillReport {
  readonly kills: number;
  readonly commands: number;
  readonly accepted: number;
  readonly violations: readonly Violation[];
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function groundOn(code: ServiceCode, database: Database): Ground {
  return {
    database,
    clock: () => Date.now(),
    makeId: () => crypto.randomUUID(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    settings: code.ground.DEFAULT_SETTINGS,
    log: () => {},
  };
}

async function onDatabase<Result>({ code, place }: KillTerms, work: (database: Database) => Promise<Result>) {
  const database = await code.opening.openDatabase(place.database ?? `${place.folder}/national.sqlite`);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function principalOf(url: string, token: string): Promise<Principal> {
  const answer = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(`/v1/me was answered ${answer.status}`);
  return (await answer.json()) as Principal;
}

/** A first life, ended in peace: people sign in, and the compiled modules are kept for the lives to come. */
async function openWorkstations(terms: KillTerms, door: Door, subjects: Subjects): Promise<Workstation[]> {
  const life = await startLife(terms.place);
  try {
    const workstations: Workstation[] = [];
    for (const person of PEOPLE) {
      const { accessToken } = await signIn(life.url, person);
      const { today } = subjects;
      const tools = { subjects, habits: KILL_HABITS, makeId: () => crypto.randomUUID(), today: () => today };
      const random = seededRandom(`kill:${terms.seed}:${person}`);
      workstations.push(new Workstation(door, accessToken, await principalOf(life.url, accessToken), tools, random));
    }
    return workstations;
  } finally {
    await life.stop();
  }
}

/** A token lives ten minutes; a long campaign outlives it. */
async function signInAgain(url: string, workstations: readonly Workstation[]): Promise<void> {
  for (const [index, workstation] of workstations.entries()) {
    const person = PEOPLE[index];
    if (workstation.signedOut && person !== undefined) workstation.enter((await signIn(url, person)).accessToken);
  }
}

/** Works until told to stop; whatever is not answered is sent again. */
async function workOn(
  workstation: Workstation,
  all: readonly Workstation[],
  random: SeededRandom,
  goesOn: () => boolean,
): Promise<void> {
  while (goesOn()) {
    if (await workstation.pull()) {
      workstation.actor.decide(1 + random.below(3));
      const used = all.flatMap(({ actor }) => actor.orders).filter((order) => !order.forged && heldVerdict(order));
      if (used.length > 0 && random.chance(KILL_HABITS.forge)) workstation.actor.forge(random.pick(used));
      await workstation.send(KILL_HABITS.loseAnswer);
    }
    await pause(random.below(20));
  }
}

/** Ends a life at any instant, or within a few milliseconds after somebody sent commands. */
async function killSomeTime(life: ServiceLife, door: Door, random: SeededRandom): Promise<void> {
  await pause(random.below(150));
  if (random.chance(0.6)) {
    const sending = new Promise<void>((sent) => {
      door.onSend = sent;
    });
    await Promise.race([pause(500), sending]);
    await pause(random.below(25));
  }
  await life.kill();
}

/** Plays one campaign, on a place that nobody else uses. */
class Campaign {
  readonly #terms: KillTerms;
  readonly #door: Door = { url: null, onSend: () => {} };
  readonly #random: SeededRandom;

  constructor(terms: KillTerms) {
    this.#terms = terms;
    this.#random = seededRandom(`kills:${terms.seed}`);
  }

  async run(): Promise<KillReport> {
    const { code, seed, place, kills, crashes } = this.#terms;
    const subjects = await onDatabase(this.#terms, (database) =>
      placeSubjects(code, groundOn(code, database), {
        slot: 0,
        seed,
        theme: KILL_HABITS.theme,
        random: this.#random,
        days: FAR_DAYS,
      }),
    );
    const workstations = await openWorkstations(this.#terms, this.#door, subjects);
    await this.#work(workstations, this.#random.shuffled([...crashes, ...Array.from({ length: kills }, () => null)]));
    await this.#finish(workstations);
    const violations = await onDatabase(this.#terms, (database) =>
      judgeKills(database, place, workstations, subjects.today),
    );
    const orders = workstations.flatMap(({ actor }) => actor.orders).filter(({ forged }) => !forged);
    const accepted = orders.filter((order) => heldVerdict(order)?.outcome === 'accepted').length;
    return { kills: kills + crashes.length, commands: orders.length, accepted, violations };
  }

  async #work(workstations: readonly Workstation[], deaths: readonly (SourceChange | null)[]): Promise<void> {
    const { seed } = this.#terms;
    let working = true;
    const work = workstations.map((one, index) =>
      workOn(one, workstations, seededRandom(`work:${seed}:${index}`), () => working),
    );
    try {
      for (const crash of deaths) await this.#live(workstations, crash);
    } finally {
      working = false;
      await Promise.all(work);
    }
  }

  /** One life; `crash` is planted in it, else it is killed at a random instant. */
  async #live(workstations: readonly Workstation[], crash: SourceChange | null): Promise<void> {
    const life = await startLife(this.#terms.place, [...this.#terms.bugs, ...(crash === null ? [] : [crash])]);
    await signInAgain(life.url, workstations);
    this.#door.url = life.url;
    if (crash === null) await killSomeTime(life, this.#door, this.#random);
    else await Promise.race([life.ended, pause(LONGEST_LIFE).then(() => life.kill())]);
    this.#door.url = null;
  }

  /** The last life: what waits is sent again, the feed is pulled to its end. */
  async #finish(workstations: readonly Workstation[]): Promise<void> {
    const life = await startLife(this.#terms.place, this.#terms.bugs);
    await signInAgain(life.url, workstations);
    this.#door.url = life.url;
    try {
      for (let round = 0; round < FINISHING_ROUNDS; round += 1) {
        for (const workstation of workstations) await workstation.send(0);
      }
      for (const workstation of workstations) {
        if (!(await workstation.pull())) throw new Error('The service does not answer any more');
      }
    } finally {
      this.#door.url = null;
      await life.kill();
    }
  }
}

/** @example const { violations } = await runKills({ code, place: { folder }, seed: 1, kills: 60, crashes: [], bugs: [] }); */
export function runKills(terms: KillTerms): Promise<KillReport> {
  return new Campaign(terms).run();
}
