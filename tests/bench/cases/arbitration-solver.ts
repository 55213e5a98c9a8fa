/**
 * The exact solver alone, against the greedy choice and, where it can, HiGHS: posts and candidates on a square, each post
 * with its nearest people; « rares » puts most posts into six crowded places (PERFORMANCE §5).
 */
import highsModule from 'highs';
import type { AssignmentInstance, MissionPairs } from '../../../src-main/arbitration/assignment-instance.ts';
import { packInstance } from '../../../src-main/arbitration/assignment-instance.ts';
import { greedyAssignment } from '../../../src-main/arbitration/greedy-assignment.ts';
import { proveOptimal } from '../../../src-main/arbitration/prove-optimal.ts';
import { solveAssignment } from '../../../src-main/arbitration/solve-assignment.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { randomFrom } from '../../support/seeded-random.ts';
import type { BenchCase } from '../bench-case.ts';
import type { Figure } from '../figure.ts';

/** The package says that it is CommonJS and gives an ES module: the function itself is the default. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** PERFORMANCE (b) 7: exact within three times the greedy choice. */
const MOST_TIMES_GREEDY = 3;
const SIDE = 1000;
const CELL = 10;
const CELLS = SIDE / CELL;

interface Shape {
  readonly name: string;
  readonly posts: number;
  readonly candidates: number;
  readonly nearest: number;
  /** Of 10 posts, those in six crowded places, and how wide each is: the narrower, the fewer people for them. */
  readonly crowded: number;
  readonly wide: number;
  readonly withHighs: boolean;
}

const SHAPES: readonly Shape[] = [
  { name: '2 000 × 20 000', posts: 2_000, candidates: 20_000, nearest: 200, crowded: 0, wide: 0, withHighs: false },
  {
    name: '1 000 × 1 500, rares',
    posts: 1_000,
    candidates: 1_500,
    nearest: 40,
    crowded: 8,
    wide: 155,
    withHighs: true,
  },
  { name: '5 000 × 50 000', posts: 5_000, candidates: 50_000, nearest: 200, crowded: 0, wide: 0, withHighs: false },
  { name: '20 000 × 100 000', posts: 20_000, candidates: 100_000, nearest: 200, crowded: 0, wide: 0, withHighs: false },
  {
    name: '20 000 × 100 000, rares',
    posts: 20_000,
    candidates: 100_000,
    nearest: 200,
    crowded: 8,
    wide: 155,
    withHighs: false,
  },
  // Half of the posts find nobody: the worst that a solver of paths can meet.
  {
    name: '20 000 × 100 000, très rares',
    posts: 20_000,
    candidates: 100_000,
    nearest: 200,
    crowded: 8,
    wide: 60,
    withHighs: false,
  },
];

function drawInstance({ posts, candidates, nearest, crowded, wide }: Shape, random: SeededRandom): AssignmentInstance {
  const xs = Float64Array.from({ length: candidates }, () => random.next(SIDE * 100) / 100);
  const ys = Float64Array.from({ length: candidates }, () => random.next(SIDE * 100) / 100);
  const cells: number[][] = Array.from({ length: CELLS * CELLS }, () => []);
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const cell = Math.floor((xs[candidate] ?? 0) / CELL) * CELLS + Math.floor((ys[candidate] ?? 0) / CELL);
    cells[cell]?.push(candidate);
  }
  const missions = Array.from({ length: posts }, (): MissionPairs => {
    const isCrowded = random.next(10) < crowded;
    const x = isCrowded ? random.next(6) * 160 + random.next(wide * 100) / 100 : random.next(SIDE * 100) / 100;
    const y = isCrowded ? 500 + random.next(wide * 100) / 100 : random.next(SIDE * 100) / 100;
    return { posts: 1, weight: 1, pairs: nearestTo(x, y, nearest, xs, ys, cells) };
  });
  return packInstance(missions, candidates);
}

function nearestTo(
  x: number,
  y: number,
  nearest: number,
  xs: Float64Array,
  ys: Float64Array,
  cells: readonly (readonly number[])[],
): MissionPairs['pairs'] {
  const pairs: { candidate: number; cost: number }[] = [];
  const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
  for (let ring = 0; ring < CELLS; ring += 1) {
    const before = pairs.length;
    for (let left = Math.max(0, column - ring); left <= Math.min(CELLS - 1, column + ring); left += 1) {
      for (let top = Math.max(0, row - ring); top <= Math.min(CELLS - 1, row + ring); top += 1) {
        if (Math.max(Math.abs(left - column), Math.abs(top - row)) !== ring) continue;
        for (const candidate of cells[left * CELLS + top] ?? []) {
          const way = Math.hypot((xs[candidate] ?? 0) - x, (ys[candidate] ?? 0) - y);
          pairs.push({ candidate, cost: Math.round(way * 10) });
        }
      }
    }
    if (before >= nearest) break;
  }
  return pairs.sort((left, right) => left.cost - right.cost || left.candidate - right.candidate).slice(0, nearest);
}

const filledBy = (assignment: Int32Array): number => assignment.reduce((sum, mission) => sum + Number(mission >= 0), 0);

function costBy({ starts, targets, costs, posts }: AssignmentInstance, assignment: Int32Array): number {
  let sum = 0;
  for (let mission = 0; mission < posts.length; mission += 1) {
    for (let pair = starts[mission] ?? 0; pair < (starts[mission + 1] ?? 0); pair += 1) {
      if (assignment[targets[pair] ?? 0] === mission) sum += costs[pair] ?? 0;
    }
  }
  return sum;
}

/** The same in one linear programme; an empty post costs more than any pair. @throws Error when the two differ */
async function sameByHighs(instance: AssignmentInstance, filled: number, cost: number): Promise<number> {
  const { posts, starts, targets, costs, candidates } = instance;
  const empty = 1_000_000;
  const byCandidate: string[][] = Array.from({ length: candidates }, () => []);
  const goal: string[] = [];
  const rules: string[] = [];
  for (let mission = 0; mission < posts.length; mission += 1) {
    const own = [`e${mission}`];
    goal.push(`${empty} e${mission}`);
    for (let pair = starts[mission] ?? 0; pair < (starts[mission + 1] ?? 0); pair += 1) {
      own.push(`x${pair}`);
      goal.push(`${costs[pair] ?? 0} x${pair}`);
      byCandidate[targets[pair] ?? 0]?.push(`x${pair}`);
    }
    rules.push(`${own.join('\n + ')} = ${posts[mission] ?? 0}`);
  }
  for (const own of byCandidate) if (own.length > 0) rules.push(`${own.join('\n + ')} <= 1`);
  const named = rules.map((rule, place) => ` r${place}: ${rule}`);
  const highs = await loadHighs();
  const start = performance.now();
  const { ObjectiveValue } = highs.solve(
    `Minimize\n goal: ${goal.join('\n + ')}\nSubject To\n${named.join('\n')}\nEnd`,
  );
  const milliseconds = performance.now() - start;
  const ours = (posts.length - filled) * empty + cost;
  if (Math.round(ObjectiveValue) !== ours) throw new Error(`HiGHS finds ${ObjectiveValue}, the solver ${ours}`);
  return milliseconds;
}

/** Milliseconds that this thread really worked: what a busy machine adds to the clock is not the solver's. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function measure(shape: Shape): Promise<Figure[]> {
  const instance = drawInstance(shape, randomFrom(7));
  let start = worked();
  const greedy = greedyAssignment(instance);
  const greedyTime = worked() - start;
  start = worked();
  const { assignment, prices } = solveAssignment(instance);
  const time = worked() - start;
  const faults = proveOptimal(instance, assignment, prices);
  const [filled, filledGreedy] = [filledBy(assignment), filledBy(greedy)];
  if (faults.length > 0 || filled < filledGreedy) throw new Error(`${shape.name}: ${faults[0] ?? 'fewer posts'}`);
  const label = `${shape.name} : ${filled} pourvus, ${filledGreedy} au plus proche`;
  const figures: Figure[] = [
    { label: `${label}, exact et prouvé`, value: time, unit: 'ms', budget: null },
    {
      label: `${label}, fois le plus proche`,
      value: time / Math.max(greedyTime, 0.001),
      unit: '×',
      budget: MOST_TIMES_GREEDY,
    },
  ];
  if (!shape.withHighs) return figures;
  const highs = await sameByHighs(instance, filled, costBy(instance, assignment));
  return [...figures, { label: `${label}, HiGHS trouve le même`, value: highs, unit: 'ms', budget: null }];
}

export const arbitrationSolver: BenchCase = async ({ scale, size }) => {
  const shapes = SHAPES.filter(({ posts }) => size === 'nation' || posts <= 5_000).map((shape) => ({
    ...shape,
    posts: Math.ceil(shape.posts * scale),
    candidates: Math.ceil(shape.candidates * scale),
  }));
  const start = performance.now();
  const figures: Figure[] = [];
  for (const shape of shapes) figures.push(...(await measure(shape)));
  return { milliseconds: performance.now() - start, count: shapes.length, figures };
};
