/** Why each post that a plan leaves empty is so: the gates that nobody passed, or who holds those who did. */
import type { ShortfallCounts, ShortfallLimits } from '../../../contract/domain/shortfall.ts';
import { shortfallReason } from '../../../contract/domain/shortfall.ts';
import type { PairGates } from './pair-gates.ts';
import { PAIR_GATES } from './pair-gates.ts';
import type { EmptyPosts, PlanProblem } from './plan-problem.ts';
import type { SolvedPlan } from './solved-plan.ts';

const NO_LIMIT: ShortfallLimits = { openingFull: false, reserve: false, onlyHigherPriorities: false };

/** How many people of the profession, in sight, are left after each gate. */
export function countGates(
  { missions }: Pick<PlanProblem, 'missions'>,
  gates: PairGates,
  mission: number,
): ShortfallCounts {
  const professions = new Set(missions[mission]?.professions ?? []);
  const { at } = gates.terms;
  const stopped = new Map<string, number>();
  let all = 0;
  for (let slot = 0; slot < at.profession.length; slot += 1) {
    if ((at.bucket[slot] as number) === 0 || !professions.has(at.profession[slot] as number)) continue;
    all += 1;
    const gate = gates.gate(mission, slot);
    if (gate !== null) stopped.set(gate, (stopped.get(gate) ?? 0) + 1);
  }
  let left = all;
  const counts = PAIR_GATES.map((gate) => {
    left -= stopped.get(gate) ?? 0;
    return [gate, left];
  });
  return Object.fromEntries(counts) as unknown as ShortfallCounts;
}

/** Who passed every gate is free and kept back by a limit, or serves another post. */
export function limitsBefore(problem: PlanProblem, solved: SolvedPlan, mission: number): ShortfallLimits {
  const { instance, solution, groups } = solved;
  const { weights } = problem;
  const limits = { openingFull: false, reserve: false, higher: 0, alike: 0 };
  for (let pair = instance.starts[mission] ?? 0; pair < (instance.starts[mission + 1] ?? 0); pair += 1) {
    const slot = instance.targets[pair] ?? 0;
    const holder = solution.assignment[slot] ?? -1;
    if (holder >= 0) {
      // Its own other posts say nothing of who is served before it.
      if (holder !== mission) limits[(weights[holder] ?? 0) > (weights[mission] ?? 0) ? 'higher' : 'alike'] += 1;
      continue;
    }
    const group = groups.groups[groups.groupOf[slot] ?? -1];
    if (group?.kind === 'opening') limits.openingFull = true;
    if (group?.kind === 'reserve') limits.reserve = true;
  }
  const { openingFull, reserve, higher, alike } = limits;
  return { openingFull, reserve, onlyHigherPriorities: higher > 0 && alike === 0 };
}

export function emptyPosts(
  problem: PlanProblem,
  solved: SolvedPlan,
  tell: (done: number, outOf: number) => void,
): readonly EmptyPosts[] {
  const { instance, solution, gates } = solved;
  const left = instance.posts.slice();
  for (const mission of solution.assignment) if (mission >= 0) left[mission] = (left[mission] ?? 0) - 1;
  const short = [...left.keys()].filter((mission) => (left[mission] ?? 0) > 0);
  return short.map((mission, done) => {
    tell(done, short.length);
    const hasPairs = (instance.starts[mission + 1] ?? 0) > (instance.starts[mission] ?? 0);
    const reason = hasPairs
      ? shortfallReason(SOME_PASSED, limitsBefore(problem, solved, mission))
      : shortfallReason(countGates(problem, gates, mission), NO_LIMIT);
    return { mission, posts: left[mission] ?? 0, reason };
  });
}

/** At every gate somebody is left: only limits and other posts can say why. */
const SOME_PASSED = Object.fromEntries(PAIR_GATES.map((gate) => [gate, 1])) as unknown as ShortfallCounts;
