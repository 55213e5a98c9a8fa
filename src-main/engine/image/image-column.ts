/** One column of the image: values of all rows, packed, with the questions that tables ask of them. */
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { Cell } from './compare-values.ts';

export interface ImageColumn {
  /** @returns whether the value changed */
  write(slot: number, value: Cell): boolean;
  read(slot: number): Cell;
  /** Keeps room for that many rows. */
  grow(capacity: number): void;
  /** A number that orders the rows; equal for equal values, Infinity for "empty". Valid until the next write. */
  sortKey(): (slot: number) => number;
  /** Clears in `mask` the rows that the filter excludes. @throws ImageFault when the filter cannot be asked of it */
  narrow(mask: Uint8Array, filter: TableFilter): void;
  /** Marks with 1 the rows whose text holds the folded text. */
  markHolding(found: Uint8Array, text: string): void;
  /** How many rows of the mask hold each value, in the order of the column. */
  count(mask: Uint8Array): { value: Cell; count: number }[];
}

/** A question that no window of ours asks: a filter that does not fit its column, an unknown column. */
export class ImageFault extends Error {
  constructor(column: string, what: string) {
    super(`${what} cannot be asked of column ${column.slice(0, 40)}`);
    this.name = 'ImageFault';
  }
}
