/** The table of what changed between two snapshots. Free of schemas: windows import it. */
import type { TableColumn } from './table-column.ts';

export const CHANGE_TABLE_COLUMNS = [
  { name: 'figure', type: 'category' },
  { name: 'departement', type: 'category', nullable: true },
  { name: 'profession', type: 'category', nullable: true },
  { name: 'subject', type: 'text' },
  { name: 'before', type: 'category', nullable: true },
  { name: 'after', type: 'category', nullable: true },
  { name: 'weight', type: 'number' },
  { name: 'by', type: 'category', nullable: true },
  { name: 'agency', type: 'category', nullable: true },
] as const satisfies readonly TableColumn[];

/** What a state is a state of: said before it, since 'none' is no priority, or nobody who holds a person. */
export const CHANGE_STATES = ['priority', 'person', 'opening', 'alert', 'cover'] as const;
export type ChangeStateOf = (typeof CHANGE_STATES)[number];

/** @example stateCell('priority', 'P1') // 'priority:P1' */
export const stateCell = (of: ChangeStateOf, state: string | null): string | null =>
  state === null ? null : `${of}:${state}`;

/** @example readStateCell('priority:P1') // { of: 'priority', state: 'P1' } */
export function readStateCell(cell: string): { readonly of: ChangeStateOf; readonly state: string } {
  const found = CHANGE_STATES.find((of) => cell.startsWith(`${of}:`));
  return found === undefined ? { of: 'cover', state: cell } : { of: found, state: cell.slice(found.length + 1) };
}
