import { TableTr } from '@mantine/core';
import { DataTable } from 'mantine-datatable';
import type { MouseEvent } from 'react';
import { useRef } from 'react';
import { GridHeader } from './grid-header.tsx';
import type { DataGridProps } from './grid-props.ts';
import { useGridKeys } from './use-grid-keys.ts';

/** A dense table over mantine-datatable: many sorts, filters, choice by keyboard, groups; its rows are one page. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, rows, words, idOf, nameOf, groupOf } = props;
  const frame = useRef<HTMLDivElement>(null);
  const onKeyDown = useGridKeys(frame, props);
  const chosen = rows.filter((row) => props.isChosen(idOf(row)));
  if (rows.length === 0) return <div className="dk-grid-table dk-column">{props.empty}</div>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of its rows, which hold the focus
    <div className="dk-grid-table" data-stale={props.stale} ref={frame} onKeyDown={onKeyDown} role="presentation">
      <DataTable<Row>
        height="100%"
        withTableBorder={false}
        records={[...rows]}
        idAccessor={idOf}
        aria-label={props.label}
        {...(props.choosable === false
          ? {}
          : { selectedRecords: chosen, onSelectedRecordsChange: (records) => props.onChoose(records.map(idOf)) })}
        allRecordsSelectionCheckboxProps={{ 'aria-label': words.choosePage, size: 'xs' }}
        getRecordSelectionCheckboxProps={(row) => ({
          'aria-label': words.chooseRow(nameOf(row)),
          size: 'xs',
          tabIndex: -1,
        })}
        customRowAttributes={(row, index) => ({
          'data-row': idOf(row),
          'data-chosen': props.isChosen(idOf(row)),
          'data-looked': props.looked === idOf(row),
          tabIndex:
            props.looked === idOf(row) || (index === 0 && !rows.some((one) => idOf(one) === props.looked)) ? 0 : -1,
        })}
        onRowClick={({ record, event }) => chooseByPointer(event, idOf(record), props)}
        onRowDoubleClick={({ record }) => props.onOpen(idOf(record))}
        columns={columns.map((column) => ({
          accessor: column.name,
          width: column.width,
          textAlign: column.align,
          ellipsis: true,
          title: (
            <GridHeader
              column={column}
              words={words}
              onSort={(additive) => props.onSort(column.name, additive)}
              onResize={(width) => props.onResize(column.name, width)}
              onDrop={(name) => props.onMove(name, column.name)}
            />
          ),
          render: column.render,
        }))}
        {...(groupOf === null
          ? {}
          : {
              rowFactory: ({ record, index, rowProps, children }) => {
                const title = groupOf(record);
                const before = rows[index - 1];
                return [
                  before === undefined || groupOf(before) !== title ? (
                    <TableTr key={`group-${title}`} className="dk-group">
                      <td colSpan={columns.length + 1}>{title}</td>
                    </TableTr>
                  ) : null,
                  <TableTr key={idOf(record)} {...rowProps}>
                    {children}
                  </TableTr>,
                ];
              },
            })}
      />
    </div>
  );
}

function chooseByPointer<Row>(event: MouseEvent, id: string, props: DataGridProps<Row>): void {
  if (event.shiftKey && props.looked !== null) props.onChooseRange(props.looked, id);
  else if (event.ctrlKey || event.metaKey) props.onToggle(id);
  else props.onLook(id);
}
