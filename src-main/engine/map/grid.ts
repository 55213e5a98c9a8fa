/** The grid that people are counted by: at level L the world is 2^L cells wide, each a square on the screen. */
import type { MapView } from '../../../contract/app/map-contract.ts';
import { mercatorX, mercatorY } from './mercator.ts';

/** The cells in view, with one more on each side, so that clusters at the border are what they are elsewhere. */
export interface GridWindow {
  readonly level: number;
  /** Cells across the world. */
  readonly across: number;
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** More is not a picture any more: the cells are made larger. */
const MOST_CELLS = 8192;

/** @example gridOf({ west: -5, south: 41, east: 10, north: 51, level: 8 }).level // 8 */
export function gridOf(view: MapView): GridWindow {
  for (let { level } = view; ; level -= 1) {
    const window = gridAt(view, level);
    if (window.width * window.height <= MOST_CELLS || level === 0) return window;
  }
}

function gridAt({ west, south, east, north }: MapView, level: number): GridWindow {
  const across = 2 ** level;
  const last = across - 1;
  const at = (place: number, margin: number) => Math.min(last, Math.max(0, Math.floor(place * across) + margin));
  // A view across the date line sees the whole width of the world.
  const column = west < east ? at(mercatorX(west), -1) : 0;
  const lastColumn = west < east ? at(mercatorX(east), 1) : last;
  const row = at(mercatorY(north), -1);
  return { level, across, column, row, width: lastColumn - column + 1, height: at(mercatorY(south), 1) - row + 1 };
}
