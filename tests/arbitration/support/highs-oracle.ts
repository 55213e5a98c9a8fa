/**
 * The judge of the solver: the same plan written as a linear programme and given to HiGHS, one objective after the other
 * (lane by lane, then the cost, then the pairs kept), each fixed before the next. It shares no line with the solver.
 */
import highsModule from 'highs';
import type { AssignmentInstance } from '../../../src-main/arbitration/assignment-instance.ts';

export interface OracleAnswer {
  /** Posts filled, by weight. */
  readonly filled: ReadonlyMap<number, number>;
  readonly cost: number;
  readonly kept: number;
}

/** The package says that it is CommonJS and gives an ES module: the function itself is the default. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

export type Oracle = (instance: AssignmentInstance, before?: Int32Array) => OracleAnswer;

interface Term {
  readonly name: string;
  readonly factor: number;
}

const sum = (terms: readonly Term[]): string =>
  terms.length === 0
    ? '0 none'
    : terms.map(({ name, factor }) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join('\n ');

export async function createOracle(): Promise<Oracle> {
  const highs = await loadHighs();
  return (instance, before) => {
    const { posts, weights, starts, targets, costs, candidates, groupOf, groupLimits } = instance;
    const byMission = Array.from(posts, (): Term[] => []);
    const byCandidate = Array.from({ length: candidates }, (): Term[] => []);
    const priced: Term[] = [];
    const kept: Term[] = [];
    for (let mission = 0; mission < posts.length; mission += 1) {
      for (let pair = starts[mission] ?? 0; pair < (starts[mission + 1] ?? 0); pair += 1) {
        const candidate = targets[pair] ?? 0;
        const name = `x${pair}`;
        byMission[mission]?.push({ name, factor: 1 });
        byCandidate[candidate]?.push({ name, factor: 1 });
        priced.push({ name, factor: costs[pair] ?? 0 });
        if (before?.[candidate] === mission) kept.push({ name, factor: 1 });
      }
    }
    const rules = [
      ...byMission.map((terms, mission) => `${sum(terms)} <= ${posts[mission] ?? 0}`),
      ...byCandidate.map((terms) => `${sum(terms)} <= 1`),
      ...Array.from(groupLimits, (limit, group) => {
        const members = byCandidate.filter((_terms, candidate) => groupOf[candidate] === group).flat();
        return `${sum(members)} <= ${limit}`;
      }),
    ];
    const fixed: string[] = [];
    const reach = (goal: 'Maximize' | 'Minimize', terms: readonly Term[]): number => {
      const named = [...rules, ...fixed].map((rule, place) => ` r${place}: ${rule}`);
      // Every vertex is whole: assignments with disjoint groups are a network, and what is fixed is a face of it.
      const bounds = priced.map(({ name }) => ` 0 <= ${name} <= 1`);
      const model = `${goal}\n goal: ${sum(terms)}\nSubject To\n${named.join('\n')}\nBounds\n none = 0\n${bounds.join('\n')}\nEnd`;
      const { Status, ObjectiveValue } = highs.solve(model);
      if (Status !== 'Optimal') throw new Error(`HiGHS says ${Status}`);
      const best = Math.round(ObjectiveValue);
      fixed.push(`${sum(terms)} = ${best}`);
      return best;
    };
    const filled = new Map<number, number>();
    for (const weight of [...new Set(weights)].sort((left, right) => right - left)) {
      filled.set(weight, reach('Maximize', byMission.filter((_terms, mission) => weights[mission] === weight).flat()));
    }
    const cost = reach(
      'Minimize',
      priced.filter(({ factor }) => factor !== 0),
    );
    return { filled, cost, kept: before === undefined ? 0 : reach('Maximize', kept) };
  };
}
