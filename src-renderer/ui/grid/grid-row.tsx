import type { TableTrProps } from '@mantine/core';
import { TableTr } from '@mantine/core';
import type { ReactNode } from 'react';
import { memo } from 'react';
import type { GridColumn } from './grid-column.ts';

interface GridRowProps {
  readonly row: object;
  readonly chosen: boolean;
  readonly looked: boolean;
  /** The one row of the page that Tab reaches. */
  readonly reached: boolean;
  /** Title of the group that begins here; null when none does. */
  readonly group: string | null;
  /** Does the row bear a box? */
  readonly choosable: boolean;
  readonly columns: readonly GridColumn<never>[];
  readonly attributes: TableTrProps;
  readonly children: ReactNode;
}

/** A row, drawn again only when it or the columns changed: moving through a page touches two rows, not a hundred. */
export const GridRow = memo(function GridRow({ group, choosable, columns, attributes, children }: GridRowProps) {
  return (
    <>
      {group !== null && (
        <TableTr className="dk-group">
          <td colSpan={columns.length + (choosable ? 1 : 0)}>{group}</td>
        </TableTr>
      )}
      <TableTr {...attributes}>{children}</TableTr>
    </>
  );
}, isSameRow);

/** Would it be drawn alike? */
export function isSameRow(before: GridRowProps, after: GridRowProps): boolean {
  return (
    before.row === after.row &&
    before.chosen === after.chosen &&
    before.looked === after.looked &&
    before.reached === after.reached &&
    before.group === after.group &&
    before.choosable === after.choosable &&
    before.columns.length === after.columns.length &&
    before.columns.every((column, at) => {
      const other = after.columns[at];
      return column.name === other?.name && column.width === other.width && column.render === other.render;
    })
  );
}
