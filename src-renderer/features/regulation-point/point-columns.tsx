import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { agencyLabel, departementLabel, professionLabel } from '../../text/labels.ts';
import type { PointColumn } from './point-rows.ts';
import { POINT_TABLE_COLUMNS } from './point-rows.ts';

const { columns: LABELS } = FR_SNAPSHOTS.point;

const WORDS: Readonly<Partial<Record<PointColumn, ColumnLooks['words']>>> = {
  agency: agencyLabel,
  departement: departementLabel,
  profession: professionLabel,
};
const WIDTHS: Readonly<Partial<Record<PointColumn, number>>> = {
  departement: 158,
  profession: 168,
  agency: 160,
  remaining: 124,
};
/** Pixels for a name whole, its filter beside it. */
const widthOf = (label: string) => 46 + label.length * 7;

export const POINT_COLUMNS: readonly ColumnView[] = POINT_TABLE_COLUMNS.map((column) => {
  const words = WORDS[column.name];
  return makeColumn(column, {
    label: LABELS[column.name],
    width: WIDTHS[column.name] ?? widthOf(LABELS[column.name]),
    shownAtFirst: column.name !== 'agency',
    ...(words === undefined ? {} : { words }),
  });
});
