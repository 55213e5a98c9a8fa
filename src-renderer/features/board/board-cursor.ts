/** Where the person is on the board, and where each key leads. Pure. */
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import type { Band } from './board-geometry.ts';
import { countIn } from './board-geometry.ts';

/** One card by its place; the id follows once the card is known. */
export interface Cursor {
  readonly band: string;
  readonly lane: BoardLane;
  readonly index: number;
}

type Bands = readonly Band[];

const PAGE = 5;

/** The first card that there is, from the top left. */
export function firstCursor(bands: Bands, lanes: readonly BoardLane[]): Cursor | null {
  for (const band of open(bands))
    for (const lane of lanes) if (countIn(band, lane) > 0) return { band: band.key, lane, index: 0 };
  return null;
}

/** The same place while it exists; else the last of the cell; else the first of all. */
export function clamped(cursor: Cursor | null, bands: Bands, lanes: readonly BoardLane[]): Cursor | null {
  if (cursor === null) return null;
  const band = open(bands).find(({ key }) => key === cursor.band);
  const count = lanes.includes(cursor.lane) ? countIn(band, cursor.lane) : 0;
  if (count === 0) return firstCursor(bands, lanes);
  return cursor.index < count ? cursor : { ...cursor, index: count - 1 };
}

/** Where a key leads; null when it is none of the keys that move. */
export function movedCursor(cursor: Cursor, key: string, bands: Bands, lanes: readonly BoardLane[]): Cursor | null {
  const at = open(bands).findIndex(({ key: name }) => name === cursor.band);
  const band = open(bands)[at];
  const count = countIn(band, cursor.lane);
  switch (key) {
    case 'ArrowDown':
      return cursor.index + 1 < count ? { ...cursor, index: cursor.index + 1 } : inBand(bands, at, 1, cursor);
    case 'ArrowUp':
      return cursor.index > 0 ? { ...cursor, index: cursor.index - 1 } : inBand(bands, at, -1, cursor);
    case 'PageDown':
      return { ...cursor, index: Math.max(0, Math.min(count - 1, cursor.index + PAGE)) };
    case 'PageUp':
      return { ...cursor, index: Math.max(0, cursor.index - PAGE) };
    case 'Home':
      return { ...cursor, index: 0 };
    case 'End':
      return { ...cursor, index: Math.max(0, count - 1) };
    case 'ArrowRight':
      return inLane(band, cursor, lanes, 1);
    case 'ArrowLeft':
      return inLane(band, cursor, lanes, -1);
    default:
      return null;
  }
}

/** Past the end of a cell: the same lane of the next band that has cards in it. */
function inBand(bands: Bands, at: number, step: 1 | -1, cursor: Cursor): Cursor {
  const list = open(bands);
  for (let next = at + step; next >= 0 && next < list.length; next += step) {
    const band = list[next];
    const count = countIn(band, cursor.lane);
    if (band !== undefined && count > 0) return { ...cursor, band: band.key, index: step === 1 ? 0 : count - 1 };
  }
  return cursor;
}

/** Sideways: the nearest lane of the band that has cards, at the same height. */
function inLane(band: Band | undefined, cursor: Cursor, lanes: readonly BoardLane[], step: 1 | -1): Cursor {
  for (let next = lanes.indexOf(cursor.lane) + step; next >= 0 && next < lanes.length; next += step) {
    const lane = lanes[next];
    const count = lane === undefined ? 0 : countIn(band, lane);
    if (lane !== undefined && count > 0) return { ...cursor, lane, index: Math.min(cursor.index, count - 1) };
  }
  return cursor;
}

function open(bands: Bands): Bands {
  return bands.filter(({ folded }) => !folded);
}
