/** Counts the people of a mask by cell of the grid, in one walk over packed numbers; the hot path of the map. */

import type { CandidateTerms } from '../matching/candidate-terms.ts';
import { HELD } from '../matching/candidate-terms.ts';
import { approximateRadius } from './approximate-radius.ts';
import type { GridWindow } from './grid.ts';
import type { PlacedPoints } from './placed-points.ts';

/** In the order of the status: AFFECTÉ > CONTACTÉ > EN COURS > INDISPONIBLE > DISPONIBLE (DOMAIN §3). */
export const MAP_STATUSES = ['assigned', 'contacted', 'proposed', 'unavailable', 'free'] as const;
const STATUSES = MAP_STATUSES.length;

/** Index of MAP_STATUSES, by the bits of `held`. */
const STATUS_OF_HELD = Uint8Array.from({ length: 256 }, (_, held) => {
  if ((held & HELD.assigned) !== 0) return 0;
  if ((held & HELD.contacted) !== 0) return 1;
  if ((held & HELD.waiting) !== 0) return 2;
  return (held & HELD.unavailable) !== 0 ? 3 : 4;
});

/** By cell of the window, row after row. */
export interface PeopleGrid {
  readonly counts: Uint32Array;
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  /** STATUSES numbers a cell. */
  readonly statuses: Uint32Array;
  readonly approximate: Uint32Array;
  readonly radii: Uint8Array;
  /** A slot of the place that most are at, if any holds more than half. */
  readonly leaders: Uint32Array;
  /** 1: more than one point. */
  readonly spread: Uint8Array;
  /** Of the whole mask. */
  readonly total: number;
  readonly unplaced: number;
}

export function countPeople(
  { at }: CandidateTerms,
  points: PlacedPoints,
  mask: Uint8Array,
  window: GridWindow,
): PeopleGrid {
  const { across, column, row, width, height } = window;
  const size = width * height;
  const grid = {
    counts: new Uint32Array(size),
    longitudes: new Float64Array(size),
    latitudes: new Float64Array(size),
    statuses: new Uint32Array(size * STATUSES),
    approximate: new Uint32Array(size),
    radii: new Uint8Array(size),
    leaders: new Uint32Array(size),
    spread: new Uint8Array(size),
  };
  const { counts, longitudes, latitudes, statuses, approximate, radii, leaders, spread } = grid;
  const votes = new Int32Array(size);
  points.grow(mask.length);
  const { x, y } = points;
  const { latitude: latitudeOf, longitude: longitudeOf, held, precision } = at;
  let [total, unplaced] = [0, 0];
  for (let slot = 0; slot < mask.length; slot += 1) {
    if (mask[slot] === 0) continue;
    total += 1;
    const latitude = latitudeOf[slot] ?? Number.NaN;
    const longitude = longitudeOf[slot] ?? Number.NaN;
    if (!points.place(slot, latitude, longitude)) {
      unplaced += 1;
      continue;
    }
    const right = Math.floor((x[slot] ?? 0) * across) - column;
    const down = Math.floor((y[slot] ?? 0) * across) - row;
    if (right < 0 || right >= width || down < 0 || down >= height) continue;
    const cell = down * width + right;
    const status = cell * STATUSES + (STATUS_OF_HELD[held[slot] ?? 0] ?? 0);
    longitudes[cell] = (longitudes[cell] ?? 0) + longitude;
    latitudes[cell] = (latitudes[cell] ?? 0) + latitude;
    statuses[status] = (statuses[status] ?? 0) + 1;
    const radius = approximateRadius(precision[slot] ?? 0);
    if (radius > 0) {
      approximate[cell] = (approximate[cell] ?? 0) + 1;
      if (radius > (radii[cell] ?? 0)) radii[cell] = radius;
    }
    // The place of more than half, found in one walk: a vote for it, a vote against it by any other.
    const leader = leaders[cell] ?? 0;
    const isSame = (counts[cell] ?? 0) > 0 && x[leader] === x[slot] && y[leader] === y[slot];
    if ((counts[cell] ?? 0) > 0 && !isSame) spread[cell] = 1;
    if ((votes[cell] ?? 0) === 0) {
      leaders[cell] = slot;
      votes[cell] = 1;
    } else votes[cell] = (votes[cell] ?? 0) + (isSame ? 1 : -1);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { ...grid, total, unplaced };
}
