import { describe, expect, it } from 'vitest';
import { CANDIDATE_TABLE_COLUMNS } from '../../../contract/app/candidate-columns.ts';
import { MISSION_TABLE_COLUMNS } from '../../../contract/app/mission-columns.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import { candidatesState, missionsState } from './drill-down.ts';

const DRILL = {
  by: 'agency',
  cell: { place: { code: 6 }, profession: 'aide-soignant' },
  from: '2021-03-15',
  until: '2021-03-21',
} as const;

describe('from a cell to its rows', () => {
  it('asks only columns that the other window has', () => {
    const missions = (JSON.parse(missionsState(DRILL)) as { filters: TableFilter[] }).filters;
    const people = (JSON.parse(candidatesState(DRILL)) as { table: { filters: TableFilter[] } }).table.filters;
    const known = (columns: readonly { name: string }[], filters: readonly TableFilter[]) =>
      filters.every(({ column }) => columns.some(({ name }) => name === column));
    expect(known(MISSION_TABLE_COLUMNS, missions)).toBe(true);
    expect(known(CANDIDATE_TABLE_COLUMNS, people)).toBe(true);
    expect(missions).toContainEqual({ type: 'among', column: 'agency', values: [6] });
    expect(people).toContainEqual({ type: 'among', column: 'profession', values: ['aide-soignant'] });
  });

  it('asks for no place when the cell is of all, or of what openings show', () => {
    const all = missionsState({ ...DRILL, cell: { place: null, profession: null } });
    expect(all).not.toContain('agency');
    const elsewhere = missionsState({ ...DRILL, by: 'departement', cell: { place: { code: null }, profession: null } });
    expect(elsewhere).not.toContain('departement');
  });
});
