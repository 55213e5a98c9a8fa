/** The rows of a plan, one per post, in an image of their own: filtered, sorted and paged like any table. */
import { PLAN_COLUMNS } from '../../../contract/app/plan-columns.ts';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import { ColumnarImage } from '../image/columnar-image.ts';
import type { Cell } from '../image/compare-values.ts';
import { distancePoints, pointsWithoutDistance } from '../matching/match-points.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import { tenths } from './count-plan.ts';
import type { FrozenPlan } from './freeze-plan.ts';
import { PairGates } from './pair-gates.ts';
import type { PlanAnswer } from './plan-problem.ts';

export const PLAN_ROW_NAMES: readonly string[] = PLAN_COLUMNS.map(({ name }) => name);
const ROW_STATES = ['pinned', 'chosen', 'empty', 'held'];
const LAST_PLACE = ['mobilisation', 'distanceKm', 'rankPoints', 'solicitations', 'shortfall', 'change'];
const NOBODY = Object.fromEntries(
  ['candidateId', 'candidateName', 'candidateNumber', 'candidateAgency', 'candidateDepartement', ...LAST_PLACE].map(
    (name) => [name, null],
  ),
);

/** @example rowIdOf('m-1', 2) // 'm-1:2' */
export const rowIdOf = (missionId: string, post: number): string => `${missionId}:${post}`;

export interface PlanRow {
  readonly id: string;
  readonly mission: number;
  /** Place of the person, or -1. */
  readonly slot: number;
  readonly candidateId: string | null;
}

export interface PlanTable {
  readonly image: ColumnarImage;
  readonly rows: ReadonlyMap<string, PlanRow>;
}

function missionCells(row: MissionViewRow): Record<string, Cell> {
  const { agency, departement, establishmentName, profession, priority, startDate, endDate } = row;
  return { missionId: row.id, agency, departement, establishmentName, profession, priority, startDate, endDate };
}

/** People as the desk shows them now; who has left its sight since keeps their id alone. */
function personCells({ image }: CandidateTable, candidateId: string): Record<string, Cell> {
  const slot = image.slotOf(candidateId);
  if (slot === undefined) return { ...NOBODY, candidateId };
  const read = (name: string): Cell => image.column(name).read(slot);
  return {
    ...NOBODY,
    candidateId,
    candidateName: `${read('lastName')} ${read('firstName')}`,
    candidateNumber: read('number'),
    candidateAgency: read('agency'),
    candidateDepartement: read('departement'),
    mobilisation: read('mobilisation'),
  };
}

/** The three figures of a pair. */
function pairCells(gates: PairGates, frozen: FrozenPlan, mission: number, slot: number): Record<string, Cell> {
  const distance = gates.distance(mission, slot);
  const terms = frozen.problem.missions[mission];
  if (terms === undefined) return {};
  return {
    distanceKm: Number.isNaN(distance) ? null : tenths(distance),
    rankPoints: pointsWithoutDistance(terms, gates.terms, slot) + distancePoints(distance),
    solicitations: frozen.problem.people.recent[slot] ?? 0,
  };
}

export function planTable(frozen: FrozenPlan, answer: PlanAnswer, candidates: CandidateTable): PlanTable {
  const { problem, missions, candidateIds, placeOf } = frozen;
  const gates = new PairGates(problem);
  const image = new ColumnarImage(PLAN_COLUMNS, {
    searched: ['establishmentName', 'candidateName'],
    orders: { rowState: ROW_STATES, priority: PRIORITIES },
  });
  const rows = new Map<string, PlanRow>();
  const posts = new Int32Array(missions.length);
  const before =
    problem.before === null ? null : new Set(problem.before.map(([mission, slot]) => `${mission} ${slot}`));
  const add = (mission: number, slot: number, candidateId: string | null, cells: Record<string, Cell>): void => {
    const row = missions[mission];
    if (row === undefined) return;
    const id = rowIdOf(row.id, posts[mission] ?? 0);
    posts[mission] = (posts[mission] ?? 0) + 1;
    rows.set(id, { id, mission, slot, candidateId });
    const person = candidateId === null ? NOBODY : personCells(candidates, candidateId);
    const pair = slot < 0 ? {} : pairCells(gates, frozen, mission, slot);
    image.put(id, { ...missionCells(row), ...person, ...pair, ...cells });
  };
  for (const { mission, candidateId } of frozen.held) {
    add(mission, placeOf.get(candidateId) ?? -1, candidateId, { rowState: 'held' });
  }
  for (const { mission, slot, isPinned } of answer.pairs) {
    const change = before === null ? null : before.has(`${mission} ${slot}`) ? 'kept' : 'new';
    add(mission, slot, candidateIds[slot] ?? null, { rowState: isPinned ? 'pinned' : 'chosen', change });
  }
  for (const { mission, posts: count, reason } of answer.empty) {
    for (let post = 0; post < count; post += 1) add(mission, -1, null, { rowState: 'empty', shortfall: reason });
  }
  return { image, rows };
}
