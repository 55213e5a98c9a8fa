/** What of the world a map shows, and by which grid its people are counted. Pure. */
import type { MapView } from '../../../contract/app/map-contract.ts';
import { MOST_LEVEL } from '../../../contract/app/map-limits.ts';
import type { Bounds } from '../../../contract/domain/geography/geography-data.ts';

/** Width of the world at zoom 0, in pixels (MapLibre's tiles of 512). */
const WORLD_PIXELS = 512;
/** A cell of the grid is this to twice this wide on the screen: a marker and some air. */
const CELL_PIXELS = 64;
const MOST_ZOOM = 22;

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** @example levelOf(5.3) // 8: cells of 64 to 128 pixels */
export function levelOf(zoom: number): number {
  return within(Math.floor(zoom + Math.log2(WORLD_PIXELS / CELL_PIXELS)), 0, MOST_LEVEL);
}

export function viewOf([west, south, east, north]: Bounds, zoom: number): MapView {
  const wide = east - west >= 360;
  // A thousandth of a degree is a hundred metres: two maps that show the same ask the same.
  const round = (value: number) => Math.round(value * 1_000) / 1_000;
  return {
    west: wide ? -180 : within(round(west), -180, 180),
    south: within(round(south), -90, 90),
    east: wide ? 180 : within(round(east), -180, 180),
    north: within(round(north), -90, 90),
    level: levelOf(zoom),
  };
}

/** The view of a map that cannot be drawn: as if it were framed on so many pixels. */
export function framedView(bounds: Bounds, pixels: number): MapView {
  const share = Math.max(bounds[2] - bounds[0], 1e-6) / 360;
  return viewOf(bounds, within(Math.log2(pixels / (WORLD_PIXELS * share)), 0, MOST_ZOOM));
}
