/**
 * The service is killed again and again while three workstations work; then it lives, they finish, and the oracles
 * judge what it kept and what it told.
 *
 * ```
 * place ─▶ first life: sign in ─▶ [ start ─▶ work ─▶ SIGKILL ] × kills ─▶ last life: finish ─▶ judge
 * ```
 */
import { sql } from 'kysely';
import type { Principal } from '../../../contract/national/principal.ts';
import type { Database } from '../../../national-api/database/database.ts';
import type { Ground } from '../../../national-api/kernel/ground.ts';
import { signIn } from '../../support/sign-in.ts';
import { judge } from '../oracles/every-oracle.ts';
import type { Evidence, Violation } from '../oracles/evidence.ts';
import { heldVerdict } from '../oracles/evidence.ts';
import { judgeMirror } from '../oracles/feed-replays.ts';
import { freshScope } from '../oracles/fresh-scope.ts';
import { readEvidence } from '../oracles/read-evidence.ts';
import type { Subjects } from '../races/subjects.ts';
import { placeSubjects } from '../races/subjects.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { seededRandom } from '../seeded-random.ts';
import type { ServiceCode } from '../service/load-service.ts';
import type { SourceChange } from '../service/source-change.ts';
import type { CrashPoint } from './crash-points.ts';
import { crashAt } from './crash-points.ts';
import { KILL_HABITS } from './kill-habits.ts';
import type { ServiceLife, ServicePlace } from './service-life.ts';
import { journalHolds, startLife } from './service-life.ts';
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
/** A life in which nobody comes to the crash point ends by the clock. */
const LONGEST_LIFE = 4000;

export interface KillTerms {
  readonly code: ServiceCode;
  readonly place: ServicePlace;
  readonly seed: number;
  /** Lives that end at a random instant. */
  readonly kills: number;
  /** Lives that end at a named instant. */
  readonly points?: readonly CrashPoint[];
  /** Bugs planted in every life. */
  readonly bugs?: readonly SourceChange[];
}

export interface KillReport {
  readonly kills: number;
  readonly commands: number;
  readonly accepted: number;
  readonly violations: readonly Violation[];
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const addressOf = ({ folder, database }: ServicePlace): string => database ?? `${folder}/national.sqlite`;

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
  const database = await code.opening.openDatabase(addressOf(place));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function principalOf(url: string, token: string): Promise<Principal> {
  const answer = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  const me = (await answer.json()) as Principal;
  if (answer.status !== 200) throw new Error(`Nobody is ${token.slice(0, 4)}…`);
  return me;
}

/** A first life, ended in peace: people sign in, and the compiled modules are kept for the lives to come. */
async function openWorkstations(terms: KillTerms, door: Door, subjects: Subjects): Promise<Workstation[]> {
  const life = await startLife(terms.place);
  try {
    const workstations: Workstation[] = [];
    for (const person of PEOPLE) {
      const { accessToken } = await signIn(life.url, person);
      const tools = { subjects, habits: KILL_HABITS, makeId: () => crypto.randomUUID() };
      const random = seededRandom(`kill:${terms.seed}:${person}`);
      workstations.push(new Workstation(door, accessToken, await principalOf(life.url, accessToken), tools, random));
    }
    return workstations;
  } finally {
    await life.stop();
  }
}

/** Works until told to stop; whatever is not answered is sent again. */
async function workOn(
  workstation: Workstation,
  others: readonly Workstation[],
  random: SeededRandom,
  goesOn: () => boolean,
) {
  while (goesOn()) {
    if (await workstation.pull()) {
      workstation.actor.decide(1 + random.below(3));
      const used = others.flatMap(({ actor }) => actor.orders).filter((order) => !order.forged && heldVerdict(order));
      if (used.length > 0 && random.chance(KILL_HABITS.forge)) workstation.actor.forge(random.pick(used));
      await workstation.actor.send([(_, commands) => workstation.carry(commands)], KILL_HABITS.loseAnswer);
    }
    await pause(random.below(20));
  }
}

/** Ends a life at any instant, or within a few milliseconds after somebody sent commands. */
async function killSomeTime(life: ServiceLife, door: Door, random: SeededRandom): Promise<void> {
  await pause(random.below(150));
  if (random.chance(0.6)) {
    await Promise.race([
      pause(500),
      new Promise<void>((sent) => {
        door.onSend = sent;
      }),
    ]);
    await pause(random.below(25));
  }
  await life.kill();
}

async function liveAndDie(terms: KillTerms, door: Door, point: CrashPoint | null, random: SeededRandom): Promise<void> {
  const crash = point === null ? [] : [crashAt(point, 1 + random.below(6))];
  const life = await startLife(terms.place, [...(terms.bugs ?? []), ...crash]);
  door.url = life.url;
  if (point === null) await killSomeTime(life, door, random);
  else await Promise.race([life.ended, pause(LONGEST_LIFE).then(() => life.kill())]);
  door.url = null;
}

async function finish(terms: KillTerms, door: Door, workstations: readonly Workstation[]): Promise<void> {
  const life = await startLife(terms.place, terms.bugs);
  door.url = life.url;
  try {
    for (let round = 0; round < 6; round += 1) {
      for (const { actor, ...workstation } of workstations.map((one) => ({
        actor: one.actor,
        carry: one.carry.bind(one),
      }))) {
        await actor.send([(_, commands) => workstation.carry(commands)], 0);
      }
    }
    for (const workstation of workstations) {
      if (!(await workstation.pull())) throw new Error('The service does not answer any more');
    }
  } finally {
    door.url = null;
    await life.kill();
  }
}

/** "ok", or what SQLite says of its file. */
async function integrityOf(database: Database): Promise<string> {
  if (database.dialect === 'postgres') return 'ok';
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(database.read);
  return rows.map((row) => row.integrity_check).join(', ');
}

async function judgeKills(terms: KillTerms, workstations: readonly Workstation[], today: string) {
  const sent = workstations.flatMap(({ actor }) => actor.orders);
  return onDatabase(terms, async (database) => {
    const { evidence, rows } = await readEvidence(database, { feedNumber: 0, journalNumber: 0 }, sent, today);
    const violations = judge(evidence);
    for (const { mirror } of workstations) {
      const missing = judgeMirror(mirror, freshScope(mirror.principal, rows, evidence));
      violations.push(...missing.map((what) => ({ oracle: 'feed-replays', what })));
    }
    const integrity = await integrityOf(database);
    if (integrity !== 'ok') violations.push({ oracle: 'integrity', what: integrity });
    if (!(await journalHolds(terms.place)))
      violations.push({ oracle: 'verify-journal', what: 'says that it is broken' });
    return { evidence, violations };
  });
}

const countAccepted = ({ sent }: Evidence): number =>
  sent.filter((order) => !order.forged && heldVerdict(order)?.outcome === 'accepted').length;

/** Runs a campaign on a place that nobody else uses. */
export async function runKills(terms: KillTerms): Promise<KillReport> {
  const random = seededRandom(`kills:${terms.seed}`);
  const door: Door = { url: null, onSend: () => {} };
  const subjects = await onDatabase(terms, (database) =>
    placeSubjects(terms.code, groundOn(terms.code, database), {
      slot: 0,
      seed: terms.seed,
      theme: KILL_HABITS.theme,
      random,
      days: FAR_DAYS,
    }),
  );
  const workstations = await openWorkstations(terms, door, subjects);
  const deaths = random.shuffled([...(terms.points ?? []), ...Array.from({ length: terms.kills }, () => null)]);
  let working = true;
  const work = workstations.map((one, index) =>
    workOn(one, workstations, seededRandom(`work:${terms.seed}:${index}`), () => working),
  );
  try {
    for (const point of deaths) await liveAndDie(terms, door, point, random);
  } finally {
    working = false;
    await Promise.all(work);
  }
  await finish(terms, door, workstations);
  const { evidence, violations } = await judgeKills(terms, workstations, subjects.today);
  return { kills: deaths.length, commands: evidence.sent.length, accepted: countAccepted(evidence), violations };
}
