/**
 * A race: 2 to 5 people on the same few subjects, at once, with lost answers, repeated and forged commands, broken
 * transactions; then faults stop, everybody sends again what waits, and the oracles judge.
 *
 * ```
 * place subjects ─▶ rounds { look · decide · forge · send, all at once · pull } ─▶ heal ─▶ judge
 *                      └─ before each round: the business invariants
 * ```
 */
import type { Ground } from '../../../national-api/kernel/ground.ts';
import { businessInvariants } from '../oracles/business-invariants.ts';
import type { ClientMirror } from '../oracles/client-mirror.ts';
import { startMirror } from '../oracles/client-mirror.ts';
import { judge } from '../oracles/every-oracle.ts';
import type { SentCommand, Violation } from '../oracles/evidence.ts';
import { heldVerdict } from '../oracles/evidence.ts';
import { judgeMirror } from '../oracles/feed-replays.ts';
import { freshScope } from '../oracles/fresh-scope.ts';
import type { Beginning, Readings } from '../oracles/read-evidence.ts';
import { readBeginning, readEvidence } from '../oracles/read-evidence.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { seededRandom } from '../seeded-random.ts';
import type { Way } from './actor.ts';
import { Actor } from './actor.ts';
import { deskPerson, drawCast, leadOf } from './cast.ts';
import { LostConnection } from './faulty-database.ts';
import type { Habits } from './habits.ts';
import { drawHabits } from './habits.ts';
import { pullAll, pullSome } from './observer.ts';
import type { Stage } from './stage.ts';
import { idMaker } from './stage.ts';
import type { Subjects } from './subjects.ts';
import { belongsTo, placeSubjects } from './subjects.ts';
import type { View } from './view.ts';
import { lookAt } from './view.ts';

/** Rounds of sending again after which a command that still waits is stuck. */
const HEALING_ROUNDS = 6;

export interface RaceReport {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** Final verdicts by outcome, so that a campaign can show that it really raced. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Accepted commands by kind. */
  readonly effects: Readonly<Record<string, number>>;
}

interface Race {
  readonly stage: Stage;
  readonly habits: Habits;
  readonly subjects: Subjects;
  readonly beginning: Beginning;
  readonly actors: readonly Actor[];
  readonly mirrors: readonly ClientMirror[];
  readonly random: SeededRandom;
}

function firstOf({ grounds }: Stage): Ground {
  const [ground] = grounds;
  if (!ground) throw new Error('A stage has an instance');
  return ground;
}

async function startMirrors(stage: Stage, subjects: Subjects, after: number): Promise<ClientMirror[]> {
  const people = [leadOf(subjects.receiver, 100), leadOf(subjects.lender, 101), deskPerson(102)];
  const mirrors: ClientMirror[] = [];
  for (const principal of people) {
    const scope = stage.code.scopes.scopeOfAgency(principal.agency);
    const { version } = await stage.code.scopes.currentScope(stage.database.read, scope);
    mirrors.push(startMirror(principal, after, version));
  }
  return mirrors;
}

async function prepare(stage: Stage, seed: number, slot: number): Promise<Race> {
  const random = seededRandom(`race:${seed}`);
  const known = new Set(stage.code.handlers.HANDLERS.keys());
  const habits = drawHabits(seed, random, known);
  const beginning = await readBeginning(stage.database);
  const subjects = await placeSubjects(stage.code, firstOf(stage), { slot, seed, theme: habits.theme, random });
  const mirrors = await startMirrors(stage, subjects, beginning.feedNumber);
  const tools = { subjects, habits, makeId: idMaker(1000 + seed), today: () => stage.today() };
  const view = await lookAt(stage.database, subjects);
  const actors = drawCast(random, habits.theme, subjects, habits.actors).map(
    (principal, index) => new Actor(principal, tools, seededRandom(`race:${seed}:${index}`), view),
  );
  return { stage, habits, subjects, beginning, actors, mirrors, random };
}

/** Straight to the kernel of each instance. */
function waysTo({ code }: Stage, grounds: readonly Ground[]): Way[] {
  return grounds.map(
    (ground) => (actor, commands) => code.batch.executeBatch(ground, code.handlers.HANDLERS, actor, commands),
  );
}

/** Plans are drawn before anything runs at once: the same seed makes the same plan whatever the interleaving. */
function planRound({ habits, random, actors, mirrors }: Race) {
  return {
    looks: actors.map(() => random.chance(habits.look)),
    decisions: actors.map(() => random.below(habits.decisions + 1)),
    forgeries: actors.map(() => random.chance(habits.forge)),
    pulls: mirrors.map(() => random.chance(habits.pull)),
    nights: random.chance(habits.night) ? 1 + random.below(3) : 0,
  };
}

/** The service's clock, on every instance at once; one whose connection breaks does its work the next time. */
async function sweepAll({ code }: Stage, grounds: readonly Ground[]): Promise<void> {
  const outcomes = await Promise.allSettled(grounds.map((ground) => code.clock.sweep(ground)));
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected' && !(outcome.reason instanceof LostConnection)) throw outcome.reason;
  }
}

/** What may never be seen, in what anybody may see between two rounds. */
function judgeView({ missions, candidates, proposals, openings }: View, today: string): Violation[] {
  const evidence = { sent: [], results: [], journal: [], missions, candidates, proposals, openings, today };
  return judge(evidence, [businessInvariants]);
}

/** Returns what was wrong before the round began. */
async function playRound(race: Race, grounds: readonly Ground[]): Promise<Violation[]> {
  const { stage, subjects, actors, mirrors, habits, random } = race;
  const plan = planRound(race);
  const ways = waysTo(stage, grounds);
  stage.advance(plan.nights);
  const view = await lookAt(stage.database, subjects);
  const violations = judgeView(view, stage.today());
  const used = actors.flatMap(({ orders }) => orders).filter(hasServed);
  for (const [index, actor] of actors.entries()) {
    if (plan.looks[index]) actor.see(view);
    actor.decide(plan.decisions[index] ?? 0);
    if (plan.forgeries[index] && used.length > 0) actor.forge(random.pick(used));
  }
  await Promise.all([
    ...(plan.nights > 0 ? [sweepAll(stage, grounds)] : []),
    ...actors.map((actor) => actor.send(ways, habits.loseAnswer)),
    ...mirrors
      .filter((_, index) => plan.pulls[index])
      .map((mirror) => pullSome(stage.code, stage.grounds, mirror, random)),
  ]);
  return violations;
}

/** Its id is known to have served: only then is another use of it a forgery rather than a first use. */
function hasServed(order: SentCommand): boolean {
  return !order.forged && heldVerdict(order) !== null;
}

const readRace = ({ stage, subjects, beginning, actors }: Race): Promise<Readings> =>
  readEvidence(
    stage.database,
    beginning,
    actors.flatMap(({ orders }) => orders),
    stage.today(),
    belongsTo(subjects),
  );

async function judgeRace(race: Race): Promise<Violation[]> {
  const { evidence, rows } = await readRace(race);
  const violations = judge(evidence);
  for (const mirror of race.mirrors) {
    const fresh = freshScope(mirror.principal, rows, evidence);
    violations.push(
      ...judgeMirror(mirror, fresh, belongsTo(race.subjects)).map((what) => ({ oracle: 'feed-replays', what })),
    );
  }
  return violations;
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function countOutcomes(actors: readonly Actor[]): Pick<RaceReport, 'outcomes' | 'effects'> {
  const orders = actors.flatMap((actor) => actor.orders);
  const accepted = orders.filter((order) => !order.forged && heldVerdict(order)?.outcome === 'accepted');
  return {
    outcomes: count(orders.map((order) => (order.forged ? 'forged' : (heldVerdict(order)?.outcome ?? 'pending')))),
    effects: count(accepted.map(({ command }) => command.kind)),
  };
}

/**
 * Runs the race of a seed on a stage.
 *
 * @param slot 0 … RACES_PER_DATABASE - 1: which agencies the race takes on this database
 */
export async function runRace(stage: Stage, seed: number, slot = 0): Promise<RaceReport> {
  const race = await prepare(stage, seed, slot);
  const broken = stage.faultyGrounds(seededRandom(`race:${seed}:faults`), race.habits.fault);
  const violations: Violation[] = [];
  for (let round = 0; round < race.habits.rounds && violations.length === 0; round += 1) {
    violations.push(...(await playRound(race, broken)));
  }
  for (let round = 0; round < HEALING_ROUNDS; round += 1) {
    for (const actor of race.actors) await actor.send(waysTo(stage, stage.grounds), 0);
  }
  await sweepAll(stage, stage.grounds);
  for (const mirror of race.mirrors) await pullAll(stage.code, firstOf(stage), mirror);
  violations.push(...(await judgeRace(race)));
  violations.push(...stage.takeUnheld().map((what) => ({ oracle: 'held-before-changed', what })));
  return { seed, violations, ...countOutcomes(race.actors) };
}
