import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { useWindowSearch } from '../data/use-window-search.ts';
import { FR } from '../text/fr.ts';
import { FR_EXPORT } from '../text/fr-export.ts';
import { SearchField } from '../ui/search-field.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { ExportDialog } from './export-dialog.tsx';
import type { TableState } from './table-state.ts';
import type { DeskTableModel } from './use-desk-table.ts';
import { ViewsMenu } from './views-menu.tsx';

interface TableToolbarProps {
  readonly table: DeskTableModel;
  readonly window: string;
  readonly first: TableState;
  readonly title: string;
  /** Columns that may make groups. */
  readonly groups: readonly string[];
  readonly children?: ReactNode;
}

/** Search ("/" goes there), groups, columns, saved views, and how many filters hold. */
export function TableToolbar({ table, window, first, title, groups, children }: TableToolbarProps) {
  const { state, change, columns } = table;
  const [exporting, setExporting] = useState(false);
  const search = useCallback((text: string) => change((before) => ({ ...before, search: text, offset: 0 })), [change]);
  useWindowSearch(search);
  return (
    <div className="dk-bar">
      <h1>{title}</h1>
      {children}
      <SearchField
        label={FR.table.search}
        clearLabel={FR.table.clearSearch}
        value={state.search}
        onSearch={search}
        style={{ flex: '1 1 130px', maxWidth: 230 }}
      />
      {state.filters.length > 0 && (
        <Button variant="light" onClick={() => change((before) => ({ ...before, filters: [], offset: 0 }))}>
          {FR.table.dropFilters(state.filters.length)}
        </Button>
      )}
      <span className="dk-grow" />
      {groups.length > 0 && (
        <NativeSelect
          size="xs"
          w={128}
          aria-label={FR.table.group}
          value={state.group ?? ''}
          data={[
            { value: '', label: FR.table.noGroup },
            ...columns
              .filter(({ name }) => groups.includes(name))
              .map(({ name, label }) => ({
                value: name,
                label: FR.table.groupBy(label),
              })),
          ]}
          onChange={(event) => {
            const group = event.currentTarget.value === '' ? null : event.currentTarget.value;
            change((before) => ({ ...before, group, offset: 0 }));
          }}
        />
      )}
      <ColumnsMenu table={table} />
      <Button variant="default" onClick={() => setExporting(true)}>
        {FR_EXPORT.open}
      </Button>
      <ViewsMenu table={table} window={window} first={first} />
      {exporting && <ExportDialog table={table} title={title} onClose={() => setExporting(false)} />}
    </div>
  );
}
