/**
 * Where everything is on a board of any length: every card has one height, so that places follow from counts and only
 * what is in sight is asked for and drawn. Pure.
 *
 * ```
 *  band (a swimlane)   ┌ title ─────────────────────────────┐
 *                      │ cell P1 │ cell P2 │ … │ cell Close │   as high as its longest cell
 *                      └─────────┴─────────┴───┴────────────┘
 * ```
 */
import type { BoardView } from '../../../contract/app/board-contract.ts';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES, MOST_BOARD_CELLS, MOST_CELL_CARDS } from '../../../contract/app/board-lanes.ts';

type Value = BoardView['swimlanes'][number]['value'];

export const CARD_HEIGHT = 92;
export const CARD_STEP = 98;
export const BAND_TITLE = 30;
const PADDING = 6;
const LEAST_CELLS = 52;
/** Cards are asked for by the block, so that a small scroll asks nothing new. */
const BLOCK = 12;

export interface Band {
  readonly key: string;
  readonly value: Value;
  readonly totals: BoardView['lanes'];
  readonly folded: boolean;
  readonly top: number;
  readonly height: number;
  /** Pixels between the top of the band and its cells. */
  readonly title: number;
}

export interface BoardLayout {
  readonly bands: readonly Band[];
  readonly height: number;
}

/** Names a swimlane, in what is remembered and among elements. @example bandKey(null) // 'null' */
export function bandKey(value: Value): string {
  return JSON.stringify(value);
}

export function countIn(band: Band | undefined, lane: BoardLane): number {
  return band?.totals[BOARD_LANES.indexOf(lane)]?.missions ?? 0;
}

/** @param shown lanes that are not folded: the others take no height */
export function layoutOf(
  swimlanes: BoardView['swimlanes'],
  shown: readonly BoardLane[],
  options: { readonly titled: boolean; readonly foldedBands: readonly string[] },
): BoardLayout {
  let top = 0;
  const bands = swimlanes.map(({ value, lanes }): Band => {
    const key = bandKey(value);
    const folded = options.titled && options.foldedBands.includes(key);
    const longest = Math.max(0, ...shown.map((lane) => lanes[BOARD_LANES.indexOf(lane)]?.missions ?? 0));
    const title = options.titled ? BAND_TITLE : 0;
    const height = title + (folded ? 0 : Math.max(LEAST_CELLS, longest * CARD_STEP + 2 * PADDING));
    const band = { key, value, totals: lanes, folded, top, height, title };
    top += height;
    return band;
  });
  return { bands, height: top };
}

/** Pixels from the top of its cell. */
export function topInCell(index: number): number {
  return PADDING + index * CARD_STEP;
}

/** Pixels from the top of the board. */
export function topOf(band: Band, index: number): number {
  return band.top + band.title + topInCell(index);
}

/** What can be seen, with some more on both sides. */
export interface Sight {
  readonly top: number;
  readonly bottom: number;
}

export function bandsInSight({ bands }: BoardLayout, { top, bottom }: Sight): readonly Band[] {
  return bands.filter((band) => band.top < bottom && band.top + band.height > top);
}

/** Whole blocks of cards, from the first in sight to after the last. */
export function cardsInSight(band: Band, { top, bottom }: Sight): { readonly from: number; readonly to: number } {
  const start = band.top + band.title + PADDING;
  const first = Math.floor((top - start) / CARD_STEP / BLOCK) * BLOCK;
  const last = Math.ceil((bottom - start) / CARD_STEP / BLOCK) * BLOCK;
  const from = Math.max(0, first);
  return { from, to: Math.min(from + MOST_CELL_CARDS, Math.max(from, last)) };
}

/** A part of one cell to ask for, and always the part where the person is, so that it keeps the focus. */
export function cellsToAsk(
  layout: BoardLayout,
  shown: readonly BoardLane[],
  sight: Sight,
  cursor: { readonly band: string; readonly lane: BoardLane; readonly index: number } | null,
) {
  const asked = bandsInSight(layout, sight)
    .filter(({ folded }) => !folded)
    .flatMap((band) => {
      const { from, to } = cardsInSight(band, sight);
      return shown.flatMap((lane) => {
        const limit = Math.min(to, countIn(band, lane)) - from;
        return limit > 0 ? [{ swimlane: band.value, lane, offset: from, limit: to - from }] : [];
      });
    });
  const mine = layout.bands.find(({ key }) => key === cursor?.band);
  if (cursor === null || mine === undefined) return asked.slice(0, MOST_BOARD_CELLS);
  const offset = Math.floor(cursor.index / BLOCK) * BLOCK;
  const isThere = asked.some(
    (cell) =>
      bandKey(cell.swimlane) === cursor.band &&
      cell.lane === cursor.lane &&
      cell.offset <= offset &&
      offset < cell.offset + cell.limit,
  );
  const extra = isThere ? [] : [{ swimlane: mine.value, lane: cursor.lane, offset, limit: BLOCK }];
  return [...extra, ...asked].slice(0, MOST_BOARD_CELLS);
}
