import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TablePage, TableRow } from '../../contract/app/table-query.ts';
import { FaultPanel, NotReadAgain } from '../data/live-view.tsx';
import { FR } from '../text/fr.ts';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { LoadingLines } from '../ui/loading-lines.tsx';
import { StatePanel } from '../ui/state-panel.tsx';
import { isChosen, NOTHING_CHOSEN, toggled, withPage, withRange } from './chosen.ts';
import { ColumnFilter } from './column-filter.tsx';
import type { ColumnView } from './column-view.ts';
import { GRID_WORDS } from './grid-words.ts';
import { TableFoot } from './table-foot.tsx';
import { withColumnBefore, withFilter, withSort, withWidth } from './table-state.ts';
import type { DeskTableModel } from './use-desk-table.ts';

interface DeskTableProps {
  readonly table: DeskTableModel;
  readonly label: string;
  nameOf(row: TableRow): string;
  readonly looked: string | null;
  onLook(id: string): void;
  onOpen(id: string): void;
  /** False where no gesture works on several rows. */
  readonly choosable?: boolean;
  /** Why there is no row, when there are none without any filter. */
  empty(page: TablePage): ReactNode;
}

const idOf = (row: TableRow) => String(row['id'] ?? '');

/** A table of the desk in each of its states: loading, failed, empty for this or that reason, full. */
export function DeskTable({ table, label, nameOf, looked, onLook, onOpen, choosable = true, empty }: DeskTableProps) {
  const { state, change, page, rows, chosen, choose } = table;
  const ids = rows.map(idOf);
  const group = state.group === null ? null : (table.columns.find(({ name }) => name === state.group) ?? null);
  if (page.value === null)
    return page.fault === null ? (
      <LoadingLines label={FR.loading} count={16} />
    ) : (
      <FaultPanel fault={page.fault} again={page.again} />
    );
  return (
    <section className="dk-grid" aria-label={label}>
      {page.fault !== null && <NotReadAgain fault={page.fault} again={page.again} />}
      <DataGrid<TableRow>
        label={label}
        columns={table.shown.map((column) => gridColumn(table, column))}
        rows={rows}
        idOf={idOf}
        nameOf={nameOf}
        words={GRID_WORDS}
        choosable={choosable}
        isChosen={(id) => isChosen(chosen, id)}
        looked={looked}
        stale={page.asking && page.answers !== null && page.value.rows.length > 0 && page.fault !== null}
        groupOf={group === null ? null : (row) => `${group.label} : ${group.words(row[group.name] ?? null)}`}
        onSort={(column, additive) => change((before) => withSort(before, column, additive))}
        onResize={(column, width) => change((before) => withWidth(before, column, width))}
        onMove={(column, before) => change((now) => withColumnBefore(now, column, before))}
        onChoose={(wanted) => choose(withPage(chosen, ids, wanted))}
        onToggle={(id) => choose(toggled(chosen, id, ids))}
        onChooseRange={(from, to) => choose(withRange(chosen, ids, from, to))}
        onChooseAll={table.chooseAll}
        onChooseNone={() => choose(NOTHING_CHOSEN)}
        onLook={onLook}
        onOpen={onOpen}
        onCopy={table.copy}
        empty={<Empty table={table} page={page.value} empty={empty} />}
      />
      <TableFoot table={table} page={page.value} />
    </section>
  );
}

function gridColumn(table: DeskTableModel, column: ColumnView): GridColumn<TableRow> {
  const { state, change, source } = table;
  const rank = state.sorts.findIndex((sort) => sort.column === column.name);
  const sort = state.sorts[rank];
  const filter = state.filters.find((one) => one.column === column.name) ?? null;
  const others = state.filters.filter((one) => one.column !== column.name);
  return {
    name: column.name,
    label: column.label,
    width: state.widths[column.name] ?? column.width,
    align: column.align,
    direction: sort === undefined ? null : sort.descending ? 'descending' : 'ascending',
    sortRank: state.sorts.length > 1 && rank >= 0 ? rank + 1 : null,
    filtered: filter !== null,
    filterKey: JSON.stringify(filter),
    filter: (
      <ColumnFilter
        column={column}
        filter={filter}
        askFacet={{
          key: `${source.key} ${JSON.stringify([others, state.search])}`,
          ask: (client, name) => source.facet(client, name, others, state.search),
        }}
        onChange={(next) => change((before) => withFilter(before, column.name, next))}
      />
    ),
    render: column.render,
  };
}

function Empty({
  table,
  page,
  empty,
}: {
  readonly table: DeskTableModel;
  readonly page: TablePage;
  readonly empty: DeskTableProps['empty'];
}) {
  const { state, change } = table;
  if (!page.complete) return <LoadingLines label={FR.stillArriving} count={12} />;
  if (page.outOf === 0 || (state.filters.length === 0 && state.search === '')) return empty(page);
  return (
    <StatePanel
      title={FR.table.noneUnderFilters}
      action={
        <Button onClick={() => change((before) => ({ ...before, filters: [], search: '', offset: 0 }))}>
          {FR.table.clearFilters}
        </Button>
      }
    >
      {FR.table.outOf(page.outOf)}
    </StatePanel>
  );
}
