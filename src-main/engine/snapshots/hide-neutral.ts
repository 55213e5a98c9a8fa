/** Rows of a review say nothing where the snapshot says nothing: a value that only stands in a column is not shown. */
import type { TableRow } from '../../../contract/app/table-query.ts';
import { NO_DATE } from '../../store/review-store.ts';

/** @param absent columns that the snapshot does not hold */
export function hideNeutral(row: TableRow, absent: ReadonlySet<string>): TableRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      absent.has(name) || value === NO_DATE || value === '' ? null : value,
    ]),
  );
}
