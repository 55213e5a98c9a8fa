import type { ReactNode } from 'react';
import type { ExportColumn } from '../../contract/app/export-contract.ts';
import type { TableColumn } from '../../contract/app/table-column.ts';
import type { TableRow } from '../../contract/app/table-query.ts';

export type Cell = TableRow[string];

/** How a column of the contract looks in a window. */
export interface ColumnView {
  readonly name: string;
  readonly label: string;
  readonly type: TableColumn['type'];
  /** Pixels, before anybody widens it. */
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
  /** False for what only the computation needs: it can be shown, but is not at first. */
  readonly shownAtFirst: boolean;
  /** How a file tells it, where its type does not say. */
  readonly exportAs: ExportColumn['kind'];
  /** Its heading in a file, with the unit that the screen writes in each cell. */
  readonly exportLabel: string;
  /** Names somebody: a file holds it only when a person says so. */
  readonly personal: boolean;
  /** The value in words: for filters, groups and copies. */
  words(value: Cell): string;
  render(row: TableRow): ReactNode;
}
