import type { ReactNode } from 'react';
import type { TableColumn } from '../../contract/app/table-column.ts';
import type { TableRow } from '../../contract/app/table-query.ts';
import { formatDay, formatNumber } from '../text/format.ts';
import { FR } from '../text/fr.ts';
import { FlagMark } from '../ui/flag-mark.tsx';
import type { Cell, ColumnView } from './column-view.ts';

export interface ColumnLooks {
  readonly label: string;
  readonly width?: number;
  readonly shownAtFirst?: boolean;
  readonly exportAs?: ColumnView['exportAs'];
  readonly exportLabel?: string;
  readonly personal?: boolean;
  readonly words?: (value: Cell) => string;
  readonly render?: (row: TableRow) => ReactNode;
}

const WIDTHS = { bits: 150, category: 130, number: 74, day: 104, flag: 82, text: 170 } as const;
const ALIGNS = { bits: 'left', category: 'left', number: 'right', day: 'left', flag: 'center', text: 'left' } as const;

const WORDS: Readonly<Record<TableColumn['type'], (value: Cell) => string>> = {
  category: (value) => (value === null ? '—' : String(value)),
  bits: (value) => (value === null ? '—' : String(value)),
  number: (value) => (typeof value === 'number' ? formatNumber(value) : '—'),
  day: (value) => formatDay(value === null ? null : String(value)),
  flag: (value) => (Number(value) === 1 ? FR.yes : FR.no),
  text: (value) => (value === null ? '—' : String(value)),
};

/** A column's looks, from its type and what a table says more of it. */
export function makeColumn(column: TableColumn, looks: ColumnLooks): ColumnView {
  const words = looks.words ?? WORDS[column.type];
  const plain = (row: TableRow): ReactNode => {
    const value = row[column.name] ?? null;
    if (column.type === 'flag') return <FlagMark on={Number(value) === 1} yes={FR.yes} no={FR.no} />;
    return words(value);
  };
  return {
    name: column.name,
    label: looks.label,
    type: column.type,
    width: looks.width ?? WIDTHS[column.type],
    align: ALIGNS[column.type],
    shownAtFirst: looks.shownAtFirst ?? true,
    exportAs: looks.exportAs ?? (column.type === 'category' || column.type === 'bits' ? 'words' : column.type),
    exportLabel: looks.exportLabel ?? looks.label,
    personal: looks.personal ?? false,
    words,
    render: looks.render ?? plain,
  };
}
