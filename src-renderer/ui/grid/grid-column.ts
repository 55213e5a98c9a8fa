import type { ReactNode } from 'react';

/** A column as the grid draws it: words and values are given, the grid knows no domain. */
export interface GridColumn<Row> {
  readonly name: string;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
  readonly direction: 'ascending' | 'descending' | null;
  /** 1 for the first sort, when there are several. */
  readonly sortRank: number | null;
  readonly filtered: boolean;
  /** Tells one filter of this column from another. */
  readonly filterKey: string;
  /** What the filter's box shows. */
  readonly filter: ReactNode;
  render(row: Row): ReactNode;
}

/** Every word that the grid says. */
export interface GridWords {
  readonly sortBy: (column: string) => string;
  readonly ascending: string;
  readonly descending: string;
  readonly filterBy: (column: string) => string;
  readonly filtered: string;
  readonly chooseRow: (label: string) => string;
  readonly choosePage: string;
  readonly resize: (column: string) => string;
}
