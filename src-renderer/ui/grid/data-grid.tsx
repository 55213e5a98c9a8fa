import { DataTable } from 'mantine-datatable';
import type { MouseEvent } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { ChoiceBox } from './choice-box.tsx';
import type { GridColumn } from './grid-column.ts';
import { GridHeader } from './grid-header.tsx';
import type { DataGridProps } from './grid-props.ts';
import { GridRow } from './grid-row.tsx';
import { useGridKeys } from './use-grid-keys.ts';

const CHOICE = 'choice';
/** Scroll bars stand beside the rows, never on them. */
const BESIDE = { type: 'auto', scrollbarSize: 10, offsetScrollbars: 'present' } as const;

/** A dense table over mantine-datatable: many sorts, filters, choice by keyboard, groups; its rows are one page. */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { columns, rows, words, idOf, nameOf, groupOf } = props;
  const frame = useRef<HTMLDivElement>(null);
  const onKeyDown = useGridKeys(frame, props);
  /** Rows and titles that were not drawn again still act on what is true now. */
  const now = useRef(props);
  useLayoutEffect(() => {
    now.current = props;
  });
  if (rows.length === 0) return <div className="dk-grid-table dk-column">{props.empty}</div>;
  const ids = rows.map(idOf);
  const chosen = ids.filter((id) => props.isChosen(id)).length;
  const reached = props.looked !== null && ids.includes(props.looked) ? props.looked : ids[0];
  const isChoosable = props.choosable !== false;
  const choice = {
    accessor: CHOICE,
    width: 40,
    textAlign: 'center' as const,
    title: (
      <ChoiceBox
        label={words.choosePage}
        checked={chosen === ids.length}
        partly={chosen > 0 && chosen < ids.length}
        tabIndex={0}
        onToggle={() => props.onChoose(chosen === ids.length ? [] : ids)}
      />
    ),
    render: (row: Row) => (
      <ChoiceBox
        label={words.chooseRow(nameOf(row))}
        checked={props.isChosen(idOf(row))}
        tabIndex={-1}
        onToggle={(extend) => chooseBox(extend, idOf(row), now.current)}
      />
    ),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of its rows, which hold the focus
    <div className="dk-grid-table" data-stale={props.stale} ref={frame} onKeyDown={onKeyDown} role="presentation">
      <DataTable<Row>
        height="100%"
        withTableBorder={false}
        scrollAreaProps={BESIDE}
        records={[...rows]}
        idAccessor={idOf}
        aria-label={props.label}
        customRowAttributes={(row) => ({
          'data-row': idOf(row),
          'data-chosen': props.isChosen(idOf(row)),
          'data-looked': props.looked === idOf(row),
          tabIndex: reached === idOf(row) ? 0 : -1,
        })}
        onRowClick={({ record, event }) => chooseByPointer(event, idOf(record), now.current)}
        onRowDoubleClick={({ record }) => now.current.onOpen(idOf(record))}
        columns={[
          ...(isChoosable ? [choice] : []),
          ...columns.map((column) => shownColumn(column, now.current, () => now.current)),
        ]}
        rowFactory={({ record, index, rowProps, children }) => {
          const id = idOf(record);
          const before = rows[index - 1];
          const title = groupOf?.(record) ?? null;
          return (
            <GridRow
              key={id}
              row={record}
              chosen={props.isChosen(id)}
              looked={props.looked === id}
              reached={reached === id}
              group={before !== undefined && groupOf?.(before) === title ? null : title}
              choosable={isChoosable}
              columns={columns}
              attributes={rowProps}
            >
              {children}
            </GridRow>
          );
        }}
      />
    </div>
  );
}

function shownColumn<Row>(column: GridColumn<Row>, props: DataGridProps<Row>, now: () => DataGridProps<Row>) {
  return {
    accessor: column.name,
    width: column.width,
    textAlign: column.align,
    ellipsis: true,
    title: (
      <GridHeader
        column={column}
        words={props.words}
        filterNow={() => now().columns.find(({ name }) => name === column.name)?.filter}
        onSort={(additive) => now().onSort(column.name, additive)}
        onResize={(width) => now().onResize(column.name, width)}
        onDrop={(name) => now().onMove(name, column.name)}
      />
    ),
    render: column.render,
  };
}

function chooseBox<Row>(extend: boolean, id: string, props: DataGridProps<Row>): void {
  if (extend && props.looked !== null) props.onChooseRange(props.looked, id);
  else props.onToggle(id);
}

function chooseByPointer<Row>(event: MouseEvent, id: string, props: DataGridProps<Row>): void {
  if (props.choosable === false) props.onLook(id);
  else if (event.shiftKey && props.looked !== null) props.onChooseRange(props.looked, id);
  else if (event.ctrlKey || event.metaKey) props.onToggle(id);
  else props.onLook(id);
}
