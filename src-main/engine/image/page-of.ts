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

/** The same from the end, so that rows of one value keep the order of their ids: each group is turned round as it is left. */
function takeAllDescending({ order, key }: Level, mask: Uint8Array, window: Window): void {
  let group: number[] = [];
  let value = Number.NaN;
  for (let index = order.length - 1; index >= 0 && window.passed < window.to; index -= 1) {
    const slot = order[index] ?? 0;
    if (mask[slot] === 0) continue;
    const own = key(slot);
    if (own !== value) {
      takeGroup(group, window);
      group = [];
      value = own;
    }
    group.push(slot);
  }
  takeGroup(group, window);
}

/** @param group in the reverse of its order */
function takeGroup(group: readonly number[], window: Window): void {
  const before = window.passed;
  const first = Math.max(0, window.from - before);
  const last = Math.min(group.length, window.to - before);
  for (let place = first; place < last; place += 1) window.out.push(group[group.length - 1 - place] ?? 0);
  window.passed = Math.min(window.to, before + group.length);
}

function walk(levels: readonly Level[], mask: Uint8Array, ids: Float64Array, window: Window): void {
  const [level, ...deeper] = levels;
  if (level === undefined) return;
  const { order, key, descending } = level;
  if (deeper.length === 0) {
    if (descending) takeAllDescending(level, mask, window);
    else takeAll(order, mask, window);
    return;
  }
  // Rows that the mask leaves out are stepped over one by one: most columns of unique values are left in that step.
  const isOut = (place: number): boolean => mask[order[place] ?? 0] === 0;
  let place = descending ? order.length : 0;
  while (window.passed < window.to) {
    if (descending) while (place > 0 && isOut(place - 1)) place -= 1;
    else while (place < order.length && isOut(place)) place += 1;
    if (descending ? place === 0 : place === order.length) return;
    const group = descending ? groupBefore(order, key, place) : groupAfter(order, key, place);
    place = descending ? group.start : group.end;
    showGroup(order.subarray(group.start, group.end), deeper, mask, ids, window);
  }
}

function groupAfter(order: Uint32Array, key: (slot: number) => number, start: number): { start: number; end: number } {
  const value = key(order[start] ?? 0);
  if (key(order[start + 1] ?? 0) !== value) return { start, end: start + 1 };
  return { start, end: firstWhere((place) => key(order[place] ?? 0) > value, start + 1, order.length) };
}

function groupBefore(order: Uint32Array, key: (slot: number) => number, end: number): { start: number; end: number } {
  const value = key(order[end - 1] ?? 0);
  if (end < 2 || key(order[end - 2] ?? 0) !== value) return { start: end - 1, end };
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
