/**
 * One page of the rows that a mask keeps, under any sorts, equal rows by id. Rows of one value follow each other in the
 * order of a column: whole groups before the page are only counted, and only those that the page shows are sorted on.
 */
import type { TableSort } from '../../../contract/app/table-query.ts';
import type { ColumnarImage } from './columnar-image.ts';

/** Up to so many rows of one value are sorted by comparison; more are picked out of the next column's order. */
const FEW = 2000;

interface Level {
  readonly order: Uint32Array;
  readonly key: (slot: number) => number;
  readonly descending: boolean;
}

interface Window {
  readonly from: number;
  readonly to: number;
  readonly out: number[];
  /** Rows before the present place. */
  passed: number;
}

/** @returns slots, at most `limit` */
export function pageOf(
  image: ColumnarImage,
  mask: Uint8Array,
  sorts: readonly TableSort[],
  offset: number,
  limit: number,
): number[] {
  const window: Window = { from: offset, to: offset + limit, out: [], passed: 0 };
  if (limit === 0) return window.out;
  if (sorts.length === 0) {
    takeAll(image.order(null), mask, window);
    return window.out;
  }
  const levels = sorts.map(({ column, descending }) => ({
    order: image.order(column),
    key: image.column(column).sortKey(),
    descending,
  }));
  walk(levels, mask, image.idRanks(), window);
  return window.out;
}

function takeAll(slots: Uint32Array, mask: Uint8Array, window: Window): void {
  for (let index = 0; index < slots.length && window.passed < window.to; index += 1) {
    const slot = slots[index] ?? 0;
    if (mask[slot] === 0) continue;
    if (window.passed >= window.from) window.out.push(slot);
    window.passed += 1;
  }
}

function walk(levels: readonly Level[], mask: Uint8Array, ids: Float64Array, window: Window): void {
  const [level, ...deeper] = levels;
  if (level === undefined) return;
  const { order, key, descending } = level;
  if (!descending && deeper.length === 0) {
    takeAll(order, mask, window);
    return;
  }
  let start = descending ? order.length : 0;
  while (window.passed < window.to && (descending ? start > 0 : start < order.length)) {
    const group = descending ? groupBefore(order, key, start) : groupAfter(order, key, start);
    start = descending ? group.start : group.end;
    showGroup(order.subarray(group.start, group.end), deeper, mask, ids, window);
  }
}

function groupAfter(order: Uint32Array, key: (slot: number) => number, start: number): { start: number; end: number } {
  const value = key(order[start] ?? 0);
  return { start, end: firstWhere((place) => key(order[place] ?? 0) > value, start + 1, order.length) };
}

function groupBefore(order: Uint32Array, key: (slot: number) => number, end: number): { start: number; end: number } {
  const value = key(order[end - 1] ?? 0);
  return { start: firstWhere((place) => key(order[place] ?? 0) >= value, 0, end - 1), end };
}

/** The first place that holds, among places of which all before it do not and all after it do. */
function firstWhere(holds: (place: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function showGroup(
  group: Uint32Array,
  deeper: readonly Level[],
  mask: Uint8Array,
  ids: Float64Array,
  window: Window,
): void {
  if (deeper.length === 0) {
    takeAll(group, mask, window);
    return;
  }
  let count = 0;
  for (let index = 0; index < group.length; index += 1) count += mask[group[index] ?? 0] ?? 0;
  if (window.passed + count <= window.from) {
    window.passed += count;
    return;
  }
  const kept = group.filter((slot) => mask[slot] === 1);
  if (count <= FEW) {
    takeAll(kept.sort(compareBy(deeper, ids)), mask, window);
    return;
  }
  const within = new Uint8Array(mask.length);
  for (const slot of kept) within[slot] = 1;
  walk(deeper, within, ids, window);
}

/** Orders rows by the keys of the levels, then by id. */
function compareBy(levels: readonly Level[], ids: Float64Array): (left: number, right: number) => number {
  return (left, right) => {
    for (const { key, descending } of levels) {
      const [one, two] = [key(left), key(right)];
      if (one !== two) return one < two === descending ? 1 : -1;
    }
    return (ids[left] ?? 0) - (ids[right] ?? 0);
  };
}
