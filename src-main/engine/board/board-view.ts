/** What a board shows: totals of every lane and swimlane, and the cards of the cells in sight, from one state. */
import type { z } from 'zod';
import type { BoardCard, BoardView, boardCellSchema } from '../../../contract/app/board-contract.ts';
import type { BoardOrder } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import type { TableSort } from '../../../contract/app/table-query.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import { cardReader } from './board-card.ts';
import { laneAt } from './board-columns.ts';
import type { BoardDesk } from './board-desk.ts';
import type { BoardTally } from './board-tally.ts';
import { tallyBoard, vitalPosts } from './board-tally.ts';
import type { CellPart } from './walk-cells.ts';
import { walkCells } from './walk-cells.ts';

type Asked = z.infer<typeof boardCellSchema>;

const SORTS: Readonly<Record<BoardOrder, TableSort>> = {
  score: { column: 'score', descending: true },
  daysToStart: { column: 'daysToStart', descending: false },
  ageDays: { column: 'ageDays', descending: true },
};

export interface ViewQuestion {
  readonly question: Parameters<typeof tallyBoard>[1];
  readonly cells: readonly Asked[];
  readonly find: string | null;
}

/** @param desk its missions read, and nothing left to flush */
export function boardView(desk: BoardDesk, { question, cells, find }: ViewQuestion): BoardView {
  const { image } = desk.image.missions;
  const tally = tallyBoard(image, question);
  const cardAt = cardReader(desk);
  const parts = cells.map(({ swimlane, lane, offset, limit }): CellPart => {
    const cell = tally.cell(swimlane, BOARD_LANES.indexOf(lane));
    // Never past the last one: the walk ends as soon as it has them all.
    const to = Math.min(offset + limit, cell?.missions ?? 0);
    return { cell: cell?.number ?? -1, from: offset, to, slots: [] };
  });
  walkCells(
    image,
    SORTS[question.order],
    tally.cellOf,
    parts.filter(({ from, to }) => to > from),
  );
  return {
    revision: desk.image.revision,
    complete: desk.image.isComplete('mission'),
    total: tally.total,
    outOf: image.size,
    vital: vitalPosts(image),
    lanes: [...tally.lanes],
    swimlanes: tally.swimlanes.map(({ value, lanes }) => ({ value, lanes: [...lanes] })),
    cells: cells.map(({ swimlane, lane, offset }, index) => ({
      ...{ swimlane, lane, offset },
      cards: parts[index]?.slots.flatMap((slot) => cardAt(slot) ?? []) ?? [],
    })),
    found: find === null ? null : whereIs(image, tally, question, find),
  };
}

function whereIs(
  image: ColumnarImage,
  tally: BoardTally,
  question: ViewQuestion['question'],
  id: string,
): BoardView['found'] {
  const slot = image.slotOf(id);
  if (slot === undefined) return null;
  const number = tally.cellOf[slot] ?? -1;
  if (number < 0) return null;
  const part: CellPart = { cell: number, from: 0, to: image.size, slots: [] };
  walkCells(image, SORTS[question.order], tally.cellOf, [part]);
  return {
    swimlane: question.swimlane === 'none' ? null : image.column(question.swimlane).read(slot),
    lane: laneAt(number % BOARD_LANES.length),
    index: part.slots.indexOf(slot),
  };
}

/** Those of the missions that the board knows, in the order in which they were asked. */
export function boardCards(desk: BoardDesk, ids: readonly string[]): { revision: number; cards: BoardCard[] } {
  const { image } = desk.image.missions;
  const cardAt = cardReader(desk);
  const cards = ids.flatMap((id) => {
    const slot = image.slotOf(id);
    return slot === undefined ? [] : (cardAt(slot) ?? []);
  });
  return { revision: desk.image.revision, cards };
}
