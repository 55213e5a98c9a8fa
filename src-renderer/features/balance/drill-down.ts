/** From a cell of the balance to the rows behind it: the state in which another window opens. Pure. */
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { ChosenCell } from './heat-grid.tsx';

interface Drill {
  readonly by: 'agency' | 'departement';
  readonly cell: ChosenCell;
  readonly from: string;
  readonly until: string;
}

function placeFilters({ by, cell }: Drill): TableFilter[] {
  const place: TableFilter[] =
    cell.place === null || (by === 'departement' && cell.place.code === null)
      ? []
      : [{ type: 'among', column: by, values: [cell.place.code] }];
  const profession: TableFilter[] =
    cell.profession === null ? [] : [{ type: 'among', column: 'profession', values: [cell.profession] }];
  return [...place, ...profession];
}

/** Open missions of the cell that run in the period, with posts to fill. */
export function missionsState(drill: Drill): string {
  const filters: TableFilter[] = [
    ...placeFilters(drill),
    { type: 'between', column: 'startDate', from: null, to: drill.until },
    { type: 'between', column: 'endDate', from: drill.from, to: null },
    { type: 'between', column: 'remaining', from: 1, to: null },
  ];
  return JSON.stringify({ filters });
}

/** Free people of the cell, the nearest to be available first. */
export function candidatesState(drill: Drill): string {
  const filters: TableFilter[] = [
    ...placeFilters(drill),
    { type: 'among', column: 'status', values: ['DISPONIBLE'] },
    { type: 'between', column: 'startDate', from: null, to: drill.until },
  ];
  return JSON.stringify({ table: { filters }, exploring: true, pinned: null });
}
