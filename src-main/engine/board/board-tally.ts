/** Sums of lanes, swimlanes and cells over the missions that a question finds: one walk over the image. */
import type { BoardQuestion, BoardTotals } from '../../../contract/app/board-contract.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import type { Cell } from '../image/compare-values.ts';
import { laneReader, numberReader } from './board-columns.ts';

export interface Swimlane {
  readonly value: Cell;
  readonly lanes: readonly BoardTotals[];
}

export interface BoardTally {
  readonly total: number;
  readonly lanes: readonly BoardTotals[];
  /** In the order of their values; one alone without swimlanes. */
  readonly swimlanes: readonly Swimlane[];
  /** By slot, the number of its cell; -1 outside of the board. */
  readonly cellOf: Int32Array;
  /** The number of a cell, and how many missions are in it; null where there is no such cell. */
  cell(value: Cell, lane: number): { readonly number: number; readonly missions: number } | null;
}

const NOTHING = { missions: 0, headcount: 0, accepted: 0, remaining: 0, covered: 0, withoutSupply: 0 };
const emptyLanes = (): BoardTotals[] => BOARD_LANES.map(() => ({ ...NOTHING }));

/** Adds a slot's figures to totals, without making anything of its own: this runs once for every mission. */
function adder(image: ColumnarImage): (slot: number, totals: BoardTotals | undefined) => void {
  const read = (name: string) => numberReader(image, name);
  const [headcount, accepted, remaining] = [read('headcount'), read('accepted'), read('remaining')];
  const [own, opened] = [read('supplyOwn'), read('supplyOpened')];
  const supplies = image.column('supplyOwn');
  return (slot, totals) => {
    if (totals === undefined) return;
    const [toFill, supply] = [remaining(slot), own(slot) + opened(slot)];
    totals.missions += 1;
    totals.headcount += headcount(slot);
    totals.accepted += accepted(slot);
    totals.remaining += toFill;
    totals.covered += Math.min(toFill, supply);
    if (toFill > 0 && supply === 0 && supplies.read(slot) !== null) totals.withoutSupply += 1;
  };
}

function sumOf(swimlanes: Iterable<readonly BoardTotals[]>): BoardTotals[] {
  const lanes = emptyLanes();
  for (const swimlane of swimlanes) {
    for (const [index, sum] of lanes.entries()) {
      const totals = swimlane[index] ?? NOTHING;
      sum.missions += totals.missions;
      sum.headcount += totals.headcount;
      sum.accepted += totals.accepted;
      sum.remaining += totals.remaining;
      sum.covered += totals.covered;
      sum.withoutSupply += totals.withoutSupply;
    }
  }
  return lanes;
}

export function tallyBoard(image: ColumnarImage, question: BoardQuestion): BoardTally {
  const mask = image.select(question.filters, question.search);
  const laneOf = laneReader(image, question.withFilled);
  const add = adder(image);
  const column = question.swimlane === 'none' ? null : image.column(question.swimlane);
  const found = new Map<Cell, { readonly index: number; readonly first: number; readonly lanes: BoardTotals[] }>();
  /** By slot, the number of its cell; -1 outside of the board. */
  const cellOf = new Int32Array(mask.length).fill(-1);
  let total = 0;
  for (let slot = 0; slot < mask.length; slot += 1) {
    const lane = mask[slot] === 0 ? -1 : laneOf(slot);
    if (lane < 0) continue;
    const value = column?.read(slot) ?? null;
    const known = found.get(value);
    const swimlane = known ?? { index: found.size, first: slot, lanes: emptyLanes() };
    if (known === undefined) found.set(value, swimlane);
    add(slot, swimlane.lanes[lane]);
    cellOf[slot] = swimlane.index * BOARD_LANES.length + lane;
    total += 1;
  }
  const key = column?.sortKey() ?? (() => 0);
  return {
    total,
    lanes: sumOf([...found.values()].map(({ lanes }) => lanes)),
    swimlanes: [...found]
      .sort(([, left], [, right]) => compareKeys(key(left.first), key(right.first)))
      .map(([value, swimlane]) => ({ value, lanes: swimlane.lanes })),
    cellOf,
    cell(value, lane) {
      const swimlane = found.get(value);
      const missions = swimlane?.lanes[lane]?.missions;
      if (swimlane === undefined || missions === undefined) return null;
      return { number: swimlane.index * BOARD_LANES.length + lane, missions };
    },
  };
}

/** "Empty" has an infinite key, and comes last. */
function compareKeys(left: number, right: number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Posts to fill in P1 and in every lane, before any filter (DOMAIN §2.7). */
export function vitalPosts(image: ColumnarImage): { posts: number; open: number } {
  const [state, priority] = [image.column('missionState'), image.column('priority')];
  const remaining = numberReader(image, 'remaining');
  const vital = { posts: 0, open: 0 };
  const there = image.select([]);
  for (let slot = 0; slot < there.length; slot += 1) {
    if (there[slot] === 0 || state.read(slot) !== 'open') continue;
    const posts = remaining(slot);
    vital.open += posts;
    if (priority.read(slot) === 'P1') vital.posts += posts;
  }
  return vital;
}
