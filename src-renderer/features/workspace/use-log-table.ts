import { useCallback, useMemo, useState } from 'react';
import type { LogEntry } from '../../../contract/app/presence-contract.ts';
import { firstState } from '../../tables/first-state.ts';
import { listSource } from '../../tables/list-source.ts';
import type { TableState } from '../../tables/table-state.ts';
import { withFilter } from '../../tables/table-state.ts';
import type { DeskTableModel } from '../../tables/use-desk-table.ts';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { LOG_COLUMNS, LOG_TABLE_COLUMNS, logRows } from './log-columns.ts';

/** What a person may choose the entries by. */
export type LogFilterName = 'kind' | 'author' | 'day';

export interface LogTable {
  readonly table: DeskTableModel;
  readonly state: TableState;
  /** The value that holds; empty for all. */
  chosen(name: LogFilterName): string;
  choose(name: LogFilterName, value: string): void;
  search(text: string): void;
  /** Shows a page more of what is here. */
  more(): void;
}

const PAGE = 100;
/** As the log comes: what waits to be sent first, then the newest. */
const FIRST: TableState = { ...firstState(LOG_COLUMNS, []), limit: PAGE };

/** What changes when the list does. */
const keyOf = (entries: readonly LogEntry[]) =>
  `log ${entries.length} ${entries[0]?.id} ${entries.at(-1)?.id} ${entries.filter(({ waiting }) => waiting).length}`;

/** The entries that are here, searched and filtered in the window like any other list. */
export function useLogTable(entries: readonly LogEntry[]): LogTable {
  const [state, setState] = useState(FIRST);
  const source = useMemo(
    () =>
      listSource(keyOf(entries), [], LOG_TABLE_COLUMNS, async () => ({
        ...{ revision: 0, complete: true },
        rows: logRows(entries),
      })),
    [entries],
  );
  const table = useDeskTable(source, LOG_COLUMNS, state, setState);
  const search = useCallback((text: string) => setState((before) => ({ ...before, search: text, limit: PAGE })), []);
  return {
    table,
    state,
    search,
    chosen(name) {
      const filter = state.filters.find(({ column }) => column === name);
      return filter?.type === 'among' ? String(filter.values[0]) : '';
    },
    choose(name, value) {
      const filter = value === '' ? null : { type: 'among' as const, column: name, values: [value] };
      setState((before) => withFilter({ ...before, limit: PAGE }, name, filter));
    },
    more: () => setState((before) => ({ ...before, limit: before.limit + PAGE })),
  };
}
