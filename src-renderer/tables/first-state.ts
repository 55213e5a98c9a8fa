import type { TableSort } from '../../contract/app/table-query.ts';
import type { ColumnView } from './column-view.ts';
import type { TableState } from './table-state.ts';

/** A table as it is before anybody changed it. */
export function firstState(columns: readonly ColumnView[], sorts: readonly TableSort[]): TableState {
  return {
    filters: [],
    search: '',
    sorts,
    offset: 0,
    limit: 100,
    order: columns.map(({ name }) => name),
    hidden: columns.filter(({ shownAtFirst }) => !shownAtFirst).map(({ name }) => name),
    widths: {},
    group: null,
  };
}
