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
  /** Rows of a cell as 1; null where the cell is empty. */
  cell(value: Cell, lane: number): Uint8Array | null;
}

const NOTHING = { missions: 0, headcount: 0, accepted: 0, remaining: 0, covered: 0, withoutSupply: 0 };
const emptyLanes = (): BoardTotals[] => BOARD_LANES.map(() => ({ ...NOTHING }));

interface Row {
  readonly headcount: number;
  readonly accepted: number;
  readonly remaining: number;
  readonly supply: number;
}

function add(totals: BoardTotals | undefined, { headcount, accepted, remaining, supply }: Row): void {
  if (totals === undefined) return;
  totals.missions += 1;
  totals.headcount += headcount;
  totals.accepted += accepted;
  totals.remaining += remaining;
  totals.covered += Math.min(remaining, supply);
  if (remaining > 0 && supply === 0) totals.withoutSupply += 1;
}

function rowReader(image: ColumnarImage): (slot: number) => Row {
  const read = (name: string) => numberReader(image, name);
  const [headcount, accepted, remaining] = [read('headcount'), read('accepted'), read('remaining')];
  const [own, opened] = [read('supplyOwn'), read('supplyOpened')];
  return (slot) => ({
    headcount: headcount(slot),
    accepted: accepted(slot),
    remaining: remaining(slot),
    supply: own(slot) + opened(slot),
  });
}

export function tallyBoard(image: ColumnarImage, question: BoardQuestion): BoardTally {
  const mask = image.select(question.filters, question.search);
  const laneOf = laneReader(image, question.withFilled);
  const rowOf = rowReader(image);
  const column = question.swimlane === 'none' ? null : image.column(question.swimlane);
  const lanes = emptyLanes();
  const found = new Map<Cell, { readonly index: number; readonly first: number; readonly lanes: BoardTotals[] }>();
  /** By slot, the number of its cell; -1 outside of the board. */
  const cellOf = new Int32Array(mask.length).fill(-1);
  let total = 0;
  for (let slot = 0; slot < mask.length; slot += 1) {
    const lane = mask[slot] === 0 ? -1 : laneOf(slot);
    if (lane < 0) continue;
    const value = column?.read(slot) ?? null;
    const swimlane = found.get(value) ?? { index: found.size, first: slot, lanes: emptyLanes() };
    found.set(value, swimlane);
    const row = rowOf(slot);
    add(lanes[lane], row);
    add(swimlane.lanes[lane], row);
    cellOf[slot] = swimlane.index * BOARD_LANES.length + lane;
    total += 1;
  }
  const key = column?.sortKey() ?? (() => 0);
  return {
    total,
    lanes,
    swimlanes: [...found]
      .sort(([, left], [, right]) => compareKeys(key(left.first), key(right.first)))
      .map(([value, swimlane]) => ({ value, lanes: swimlane.lanes })),
    cell(value, lane) {
      const swimlane = found.get(value);
      if (swimlane === undefined || (swimlane.lanes[lane]?.missions ?? 0) === 0) return null;
      const wanted = swimlane.index * BOARD_LANES.length + lane;
      const cell = new Uint8Array(cellOf.length);
      for (let slot = 0; slot < cellOf.length; slot += 1) if (cellOf[slot] === wanted) cell[slot] = 1;
      return cell;
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
  image.select([]).forEach((isThere, slot) => {
    if (isThere === 0 || state.read(slot) !== 'open') return;
    const posts = remaining(slot);
    vital.open += posts;
    if (priority.read(slot) === 'P1') vital.posts += posts;
  });
  return vital;
}
