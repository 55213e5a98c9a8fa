/** What a person set on their board, kept with the window. Pure; parsed tolerantly. */
import type { BoardQuestion } from '../../../contract/app/board-contract.ts';
import type { BoardLane, BoardOrder, BoardSwimlane } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES, BOARD_ORDERS, BOARD_SWIMLANES } from '../../../contract/app/board-lanes.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import { readKept } from '../../data/read-kept.ts';
import { BOARD_COLUMNS } from './board-columns.ts';

export interface BoardState {
  readonly filters: readonly TableFilter[];
  readonly search: string;
  readonly swimlane: BoardSwimlane;
  readonly order: BoardOrder;
  readonly withFilled: boolean;
  /** Lanes shown as a strip. */
  readonly foldedLanes: readonly BoardLane[];
  /** Swimlanes of which only the title shows, by key. */
  readonly foldedBands: readonly string[];
  /** Pixels from the top. */
  readonly scroll: number;
}

/** What is closed needs no room until somebody wants it. */
export const FIRST_BOARD: BoardState = {
  filters: [],
  search: '',
  swimlane: 'none',
  order: 'score',
  withFilled: false,
  foldedLanes: ['closed'],
  foldedBands: [],
  scroll: 0,
};

const MOST_FOLDED = 200;

export function questionOf({ filters, search, swimlane, order, withFilled }: BoardState): BoardQuestion {
  return { filters: [...filters], search, swimlane, order, withFilled };
}

/** Whatever moves the cards about also brings the board back to its top. */
export function withQuestion(state: BoardState, patch: Partial<BoardQuestion>): BoardState {
  const foldedBands = patch.swimlane === undefined ? state.foldedBands : [];
  return { ...state, ...patch, foldedBands, scroll: 0 };
}

export function withBoardFilter(state: BoardState, column: string, filter: TableFilter | null): BoardState {
  const others = state.filters.filter((one) => one.column !== column);
  return withQuestion(state, { filters: filter === null ? others : [...others, filter] });
}

export function withFoldedLane(state: BoardState, lane: BoardLane): BoardState {
  const isFolded = state.foldedLanes.includes(lane);
  const foldedLanes = BOARD_LANES.filter((one) => (one === lane ? !isFolded : state.foldedLanes.includes(one)));
  return { ...state, foldedLanes };
}

export function withFoldedBand(state: BoardState, key: string): BoardState {
  const others = state.foldedBands.filter((one) => one !== key);
  const folded = others.length < state.foldedBands.length ? others : [...others, key];
  return { ...state, foldedBands: folded.slice(-MOST_FOLDED) };
}

export function readBoardState(kept: string | null): BoardState {
  const parsed = readKept(kept);
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const among = <Value extends string>(values: readonly Value[], value: unknown, otherwise: Value): Value =>
    values.find((one) => one === value) ?? otherwise;
  return {
    filters: list(parsed['filters']).filter(isKnown) as TableFilter[],
    search: typeof parsed['search'] === 'string' ? parsed['search'].slice(0, 100) : FIRST_BOARD.search,
    swimlane: among(BOARD_SWIMLANES, parsed['swimlane'], FIRST_BOARD.swimlane),
    order: among(BOARD_ORDERS, parsed['order'], FIRST_BOARD.order),
    withFilled: parsed['withFilled'] === true,
    foldedLanes: Array.isArray(parsed['foldedLanes'])
      ? BOARD_LANES.filter((lane) => list(parsed['foldedLanes']).includes(lane))
      : FIRST_BOARD.foldedLanes,
    foldedBands: list(parsed['foldedBands']).filter((key): key is string => typeof key === 'string'),
    scroll: typeof parsed['scroll'] === 'number' && parsed['scroll'] > 0 ? Math.round(parsed['scroll']) : 0,
  };
}

/** On a column that the board still has; the engine judges the rest. */
function isKnown(filter: unknown): boolean {
  const column = (filter as { column?: unknown } | null)?.column;
  return BOARD_COLUMNS.some(({ name }) => name === column);
}
