/** The board's counts, cells and places row by row, without any cleverness: the double's answer, and the engine's oracle. */
import type { BoardQuestion, BoardTotals } from '../../contract/app/board-contract.ts';
import type { BoardLane } from '../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../contract/app/board-lanes.ts';
import type { TableRow } from '../../contract/app/table-query.ts';
import { findRows } from '../windows/double/query-rows.ts';

type Cell = TableRow[string];

export function laneOf(row: TableRow, withFilled: boolean): BoardLane | null {
  const state = row['missionState'];
  if (state === 'closed') return 'closed';
  if (state !== 'open' && !(withFilled && state === 'filled')) return null;
  return BOARD_LANES.find((lane) => lane === row['priority']) ?? null;
}

const number = (row: TableRow, name: string) => Number(row[name] ?? 0);
const supply = (row: TableRow) => number(row, 'supplyOwn') + number(row, 'supplyOpened');
const sum = (rows: readonly TableRow[], of: (row: TableRow) => number) => rows.reduce((all, row) => all + of(row), 0);

export function totalsOf(rows: readonly TableRow[]): BoardTotals {
  return {
    missions: rows.length,
    headcount: sum(rows, (row) => number(row, 'headcount')),
    accepted: sum(rows, (row) => number(row, 'accepted')),
    remaining: sum(rows, (row) => number(row, 'remaining')),
    covered: sum(rows, (row) => Math.min(number(row, 'remaining'), supply(row))),
    withoutSupply: rows.filter((row) => number(row, 'remaining') > 0 && supply(row) === 0).length,
  };
}

function orderOf(question: BoardQuestion): (left: TableRow, right: TableRow) => number {
  const sign = question.order === 'daysToStart' ? 1 : -1;
  return (left, right) => {
    const order = number(left, question.order) - number(right, question.order);
    if (order !== 0) return sign * order;
    return String(left['id']) < String(right['id']) ? -1 : 1;
  };
}

const inOrder = (left: Cell, right: Cell): number => {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  return left < right ? -1 : 1;
};

/** @param rows every mission in scope */
export function plainBoard(rows: readonly TableRow[], question: BoardQuestion) {
  const shown = findRows(rows, question).filter((row) => laneOf(row, question.withFilled) !== null);
  const swimlaneOf = (row: TableRow): Cell => (question.swimlane === 'none' ? null : (row[question.swimlane] ?? null));
  const cell = (value: Cell, lane: BoardLane) =>
    shown
      .filter((row) => swimlaneOf(row) === value && laneOf(row, question.withFilled) === lane)
      .sort(orderOf(question));
  const values = [...new Set(shown.map(swimlaneOf))].sort(inOrder);
  const ofLane = (lane: BoardLane) => shown.filter((row) => laneOf(row, question.withFilled) === lane);
  const open = rows.filter((row) => row['missionState'] === 'open');
  return {
    total: shown.length,
    lanes: BOARD_LANES.map((lane) => totalsOf(ofLane(lane))),
    swimlanes: values.map((value) => ({ value, lanes: BOARD_LANES.map((lane) => totalsOf(cell(value, lane))) })),
    vital: {
      posts: sum(
        open.filter((row) => row['priority'] === 'P1'),
        (row) => number(row, 'remaining'),
      ),
      open: sum(open, (row) => number(row, 'remaining')),
    },
    cell,
    find(id: string) {
      const row = shown.find((one) => one['id'] === id);
      if (row === undefined) return null;
      const lane = laneOf(row, question.withFilled) ?? 'none';
      const swimlane = swimlaneOf(row);
      return { swimlane, lane, index: cell(swimlane, lane).indexOf(row) };
    },
  };
}
