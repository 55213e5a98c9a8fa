import type { ReactNode } from 'react';
import type { GridColumn, GridWords } from './grid-column.ts';

/** What a grid is given, and what it says back. */
export interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  /** The page shown: at most a few hundred rows. */
  readonly rows: readonly Row[];
  idOf(row: Row): string;
  /** What a screen reader calls a row. */
  nameOf(row: Row): string;
  readonly words: GridWords;
  /** False where no gesture works on several rows: no boxes to tick. */
  readonly choosable?: boolean;
  isChosen(id: string): boolean;
  /** The row that the windows look at. */
  readonly looked: string | null;
  readonly stale: boolean;
  /** A title that stands above the first row of each group; null draws none. */
  groupOf: ((row: Row) => string) | null;
  onSort(column: string, additive: boolean): void;
  onResize(column: string, width: number): void;
  onMove(column: string, before: string): void;
  onChoose(ids: readonly string[]): void;
  onToggle(id: string): void;
  onChooseRange(from: string, to: string): void;
  onChooseAll(): void;
  onChooseNone(): void;
  onLook(id: string): void;
  onOpen(id: string): void;
  onCopy(): void;
  readonly empty: ReactNode;
}
