/** What a board shows: totals of every lane and swimlane, and the cards of the cells in sight, from one state. */
import type { z } from 'zod';
import type { BoardCard, BoardView, boardCellSchema } from '../../../contract/app/board-contract.ts';
import type { BoardOrder } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import type { TableSort } from '../../../contract/app/table-query.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import { countRows } from '../image/count-rows.ts';
import { pageOf } from '../image/page-of.ts';
import { cardReader } from './board-card.ts';
import { laneAt, laneReader } from './board-columns.ts';
import type { BoardDesk } from './board-desk.ts';
import type { BoardTally } from './board-tally.ts';
import { tallyBoard, vitalPosts } from './board-tally.ts';

type Asked = z.infer<typeof boardCellSchema>;

const SORTS: Readonly<Record<BoardOrder, readonly TableSort[]>> = {
  score: [{ column: 'score', descending: true }],
  daysToStart: [{ column: 'daysToStart', descending: false }],
  ageDays: [{ column: 'ageDays', descending: true }],
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
  const sorts = SORTS[question.order];
  const cardAt = cardReader(desk);
  const cardsOf = ({ swimlane, lane, offset, limit }: Asked): BoardCard[] => {
    const mask = tally.cell(swimlane, BOARD_LANES.indexOf(lane));
    if (mask === null) return [];
    // Never past the last one: the walk ends as soon as it has them.
    const within = Math.min(limit, Math.max(0, countRows(mask) - offset));
    return pageOf(image, mask, sorts, offset, within).flatMap((slot) => cardAt(slot) ?? []);
  };
  return {
    revision: desk.image.revision,
    complete: desk.image.isComplete('mission'),
    total: tally.total,
    outOf: image.size,
    vital: vitalPosts(image),
    lanes: [...tally.lanes],
    swimlanes: tally.swimlanes.map(({ value, lanes }) => ({ value, lanes: [...lanes] })),
    cells: cells.map((asked) => ({
      swimlane: asked.swimlane,
      lane: asked.lane,
      offset: asked.offset,
      cards: cardsOf(asked),
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
  const lane = laneReader(image, question.withFilled)(slot);
  const swimlane = question.swimlane === 'none' ? null : image.column(question.swimlane).read(slot);
  const mask = tally.cell(swimlane, lane);
  if (mask === null || mask[slot] === 0) return null;
  const index = pageOf(image, mask, SORTS[question.order], 0, countRows(mask)).indexOf(slot);
  return { swimlane, lane: laneAt(lane), index };
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
