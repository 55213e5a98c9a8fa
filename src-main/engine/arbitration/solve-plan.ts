/**
 * A plan from a frozen state: gathers the cheapest pairs, solves exactly, adds the pairs that the prices ask for, and
 * again until none is left that could better it. Pure but for the progress that it tells; it runs in a worker.
 */
import { greedyAssignment } from '../../arbitration/greedy-assignment.ts';
import { keepPairs } from '../../arbitration/keep-pairs.ts';
import { proveOptimal } from '../../arbitration/prove-optimal.ts';
import { solveAssignment } from '../../arbitration/solve-assignment.ts';
import { countPlan } from './count-plan.ts';
import { emptyPosts } from './empty-posts.ts';
import { PairGates } from './pair-gates.ts';
import { PairLists } from './pair-lists.ts';
import { PeopleNearby } from './people-nearby.ts';
import type { PlanGroups } from './plan-groups.ts';
import { planGroups } from './plan-groups.ts';
import type { PlacedPair, PlanAnswer, PlannedPair, PlanProblem, TellProgress } from './plan-problem.ts';
import type { SolvedPlan } from './solved-plan.ts';

const EVERY = 64;

/** @throws InstanceTooLarge */
export function solveOnly(problem: PlanProblem, tell: TellProgress): SolvedPlan {
  const gates = new PairGates(problem);
  const groups = planGroups(problem, gates);
  const limits = limitsLeft(groups, problem.pins);
  const lists = new PairLists(problem, gates, new PeopleNearby(gates, problem.isNational, groups));
  const before = bySlot(problem.before ?? [], problem.people.recent.length);
  gatherPairs(problem, lists, tell);
  const every = problem.posts.reduce((sum, count) => sum + count, 0);
  // As keepPairs weighs: what is new costs one, all the rest is counted by the posts and one more.
  const [unit, extra] = problem.before === null ? [1, 0] : [every + 1, 1];
  const all = problem.missions.map((_terms, mission) => mission);
  // Those that gained pairs in the round before are looked at first; only a look at all says that nothing is left.
  let asked: readonly number[] = all;
  for (let rounds = 1; ; rounds += 1) {
    const plain = lists.instance(groups, limits);
    const instance = problem.before === null ? plain : keepPairs(plain, before);
    const solution = solveAssignment(instance, (done) => tell('solving', done, every));
    const { assignment, prices } = solution;
    const widened = (missions: readonly number[]): number[] =>
      missions.filter((mission, index) => {
        if (index % EVERY === 0) tell('gathering', index, missions.length);
        return lists.widen(mission, prices, assignment, groups.groupOf, unit, extra) > 0;
      });
    const isAll = asked === all;
    asked = widened(asked);
    if (asked.length === 0 && !isAll) asked = widened(all);
    if (asked.length > 0) continue;
    const isProven = proveOptimal(instance, assignment, prices).length === 0;
    return { instance: plain, solution, isProven, gates, groups, limits, rounds };
  }
}

/** @example solvePlan(problem, () => {}).isProven // true */
export function solvePlan(problem: PlanProblem, tell: TellProgress): PlanAnswer {
  const solved = solveOnly(problem, tell);
  const { instance, solution, isProven, gates } = solved;
  const pairs = pairsOf(problem.pins, solution.assignment);
  tell('comparing', 0, 1);
  const greedy = pairsOf(problem.pins, greedyAssignment(instance));
  const empty = emptyPosts(problem, solved, (done, outOf) => tell('explaining', done, outOf));
  return {
    pairs,
    empty,
    plan: countPlan(problem, gates, pairs),
    greedy: countPlan(problem, gates, greedy),
    isProven,
    weighed: instance.targets.length,
    kept: problem.before === null ? null : countKept(problem.before, pairs),
  };
}

function gatherPairs(problem: PlanProblem, lists: PairLists, tell: TellProgress): void {
  const known = new Map<number, number[]>();
  for (const [mission, slot] of problem.before ?? []) {
    const slots = known.get(mission);
    if (slots === undefined) known.set(mission, [slot]);
    else slots.push(slot);
  }
  problem.missions.forEach((_terms, mission) => {
    lists.gather(mission, known.get(mission) ?? []);
    if (mission % EVERY === 0) tell('gathering', mission, problem.missions.length);
  });
}

/** What pins leave of each group. */
function limitsLeft({ groupOf, groups }: PlanGroups, pins: readonly PlacedPair[]): Int32Array {
  const limits = Int32Array.from(groups, ({ limit }) => limit);
  for (const [, slot] of pins) {
    const group = groupOf[slot] ?? -1;
    if (group >= 0) limits[group] = Math.max(0, (limits[group] ?? 0) - 1);
  }
  return limits;
}

function bySlot(pairs: readonly PlacedPair[], extent: number): Int32Array {
  const missions = new Int32Array(extent).fill(-1);
  for (const [mission, slot] of pairs) missions[slot] = mission;
  return missions;
}

function pairsOf(pins: readonly PlacedPair[], assignment: Int32Array): PlannedPair[] {
  const pairs: PlannedPair[] = pins.map(([mission, slot]) => ({ mission, slot, isPinned: true }));
  assignment.forEach((mission, slot) => {
    if (mission >= 0) pairs.push({ mission, slot, isPinned: false });
  });
  return pairs;
}

function countKept(before: readonly PlacedPair[], pairs: readonly PlannedPair[]): number {
  const known = new Set(before.map(([mission, slot]) => `${mission} ${slot}`));
  return pairs.filter(({ mission, slot }) => known.has(`${mission} ${slot}`)).length;
}
