/**
 * Cells into clusters: the means of two neighbour cells may lie side by side, where their markers would cover each
 * other. The fullest takes in the neighbours whose mean is too near; what was taken in takes in nobody.
 */
import { mercatorX, mercatorY } from './mercator.ts';

export interface CountedCell {
  readonly column: number;
  readonly row: number;
  readonly count: number;
  /** Mean place. */
  readonly longitude: number;
  readonly latitude: number;
}

/** In cells: markers nearer than this would touch. */
const NEAR = 0.62;

/** @returns indexes of `cells`, each in one group, the fullest group's seed first; the seed leads its group */
export function mergeCells(cells: readonly CountedCell[], across: number): number[][] {
  const at = new Map(cells.map(({ column, row }, index) => [column * across + row, index]));
  const order = [...cells.keys()].sort(
    (left, right) => (cells[right]?.count ?? 0) - (cells[left]?.count ?? 0) || left - right,
  );
  const xs = Float64Array.from(cells, ({ longitude }) => mercatorX(longitude) * across);
  const ys = Float64Array.from(cells, ({ latitude }) => mercatorY(latitude) * across);
  const apart = (one: number, other: number): number =>
    Math.hypot((xs[one] ?? 0) - (xs[other] ?? 0), (ys[one] ?? 0) - (ys[other] ?? 0));
  const taken = new Uint8Array(cells.length);
  const groups: number[][] = [];
  for (const seed of order) {
    const cell = cells[seed];
    if (cell === undefined || taken[seed] === 1) continue;
    taken[seed] = 1;
    const group = [seed];
    for (const neighbour of neighboursOf(cell, across)) {
      const index = at.get(neighbour);
      if (index === undefined || taken[index] === 1 || apart(seed, index) >= NEAR) continue;
      taken[index] = 1;
      group.push(index);
    }
    groups.push(group);
  }
  return groups;
}

function* neighboursOf({ column, row }: CountedCell, across: number): Generator<number> {
  for (let right = -1; right <= 1; right += 1) {
    for (let down = -1; down <= 1; down += 1) {
      if (right !== 0 || down !== 0) yield (column + right) * across + row + down;
    }
  }
}
