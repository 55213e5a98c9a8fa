/** Parts of many cells in one walk over the order of a column: what a screen of swimlanes asks for at each change. */
import type { ColumnarImage } from '../image/columnar-image.ts';

/** A part of one cell: its cards from `from` to before `to`, in order. */
export interface CellPart {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
  readonly slots: number[];
}

/**
 * Fills the parts with slots, equal rows by id.
 *
 * @param cellOf by slot, the number of its cell; -1 outside of the board
 */
export function walkCells(
  image: ColumnarImage,
  sort: { readonly column: string; readonly descending: boolean },
  cellOf: Int32Array,
  parts: readonly CellPart[],
): void {
  const byCell = Map.groupBy(parts, ({ cell }) => cell);
  const passed = new Map<number, number>();
  const order = image.order(sort.column);
  const key = image.column(sort.column).sortKey();
  const left = { parts: parts.length };
  const show = (slot: number): void => {
    const cell = cellOf[slot] ?? -1;
    const wanted = cell < 0 ? undefined : byCell.get(cell);
    if (wanted === undefined) return;
    const place = passed.get(cell) ?? 0;
    passed.set(cell, place + 1);
    for (const part of wanted) {
      if (place >= part.from && place < part.to) part.slots.push(slot);
      if (place === part.to - 1) left.parts -= 1;
    }
  };
  if (!sort.descending) {
    for (let at = 0; at < order.length && left.parts > 0; at += 1) show(order[at] ?? 0);
    return;
  }
  // Downwards by value, and within one value still by id.
  for (let end = order.length; end > 0 && left.parts > 0; ) {
    const value = key(order[end - 1] ?? 0);
    let start = end - 1;
    while (start > 0 && key(order[start - 1] ?? 0) === value) start -= 1;
    for (let at = start; at < end; at += 1) show(order[at] ?? 0);
    end = start;
  }
}
