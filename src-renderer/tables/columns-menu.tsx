import { ActionIcon, Button, Checkbox, Group, Popover } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { FR } from '../text/fr.ts';
import type { ColumnView } from './column-view.ts';
import { NARROWEST, withColumnMoved, withHidden, withWidth } from './table-state.ts';
import type { DeskTableModel } from './use-desk-table.ts';

const WIDTH_STEP = 20;

/** Which columns show, in which order and how wide: by buttons, and by Alt with the arrows; each change is said. */
export function ColumnsMenu({ table }: { readonly table: DeskTableModel }) {
  const { state, change, columns } = table;
  const [said, setSaid] = useState('');
  const box = useRef<HTMLDivElement>(null);
  /** A line that moves takes the focus with it: the page forgets it otherwise. */
  const held = useRef<string | null>(null);
  useLayoutEffect(() => {
    const label = held.current;
    held.current = null;
    if (label !== null) box.current?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(label)}"]`)?.focus();
  });
  const inOrder = state.order.flatMap((name) => columns.find((column) => column.name === name) ?? []);
  const move = (column: ColumnView, at: number, by: 1 | -1) => {
    const to = at + by;
    if (to < 0 || to >= inOrder.length) return;
    held.current = document.activeElement?.getAttribute('aria-label') ?? null;
    setSaid(FR.table.movedTo(column.label, to + 1, inOrder.length));
    change((before) => withColumnMoved(before, column.name, by));
  };
  const widen = (column: ColumnView, by: number) => {
    const width = Math.max(NARROWEST, (state.widths[column.name] ?? column.width) + by);
    setSaid(FR.table.widthOf(column.label, width));
    change((before) => withWidth(before, column.name, width));
  };
  const show = (column: ColumnView, shown: boolean) => {
    setSaid(shown ? FR.table.columnShown(column.label) : FR.table.columnHidden(column.label));
    change((before) => withHidden(before, column.name, !shown));
  };
  const onKeyDown = (event: KeyboardEvent, column: ColumnView, at: number) => {
    if (!event.altKey) return;
    if (event.key === 'ArrowUp') move(column, at, -1);
    else if (event.key === 'ArrowDown') move(column, at, 1);
    else if (event.key === 'ArrowLeft') widen(column, -WIDTH_STEP);
    else if (event.key === 'ArrowRight') widen(column, WIDTH_STEP);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover width={400} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default">{FR.table.columns}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={FR.table.columns} style={{ maxHeight: '70vh', overflowY: 'auto' }} ref={box}>
        <p className="dk-quiet" style={{ margin: '0 0 8px' }}>
          {FR.table.columnKeys}
        </p>
        <span className="dk-visually-hidden" role="status">
          {said}
        </span>
        {inOrder.map((column, at) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the controls that it holds
          <div key={column.name} role="presentation" onKeyDown={(event) => onKeyDown(event, column, at)}>
            <Group gap={4} wrap="nowrap" mb={4}>
              <Checkbox
                style={{ flex: 1 }}
                label={column.label}
                aria-label={column.label}
                checked={!state.hidden.includes(column.name)}
                onChange={(event) => show(column, event.currentTarget.checked)}
              />
              <Press label={FR.table.narrower(column.label)} onPress={() => widen(column, -WIDTH_STEP)} sign="−" />
              <Press label={FR.table.wider(column.label)} onPress={() => widen(column, WIDTH_STEP)} sign="+" />
              <Press
                label={FR.table.moveBefore(column.label)}
                onPress={() => move(column, at, -1)}
                off={at === 0}
                sign="↑"
              />
              <Press
                label={FR.table.moveAfter(column.label)}
                onPress={() => move(column, at, 1)}
                off={at === inOrder.length - 1}
                sign="↓"
              />
            </Group>
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

interface PressProps {
  readonly label: string;
  readonly sign: string;
  readonly off?: boolean;
  onPress(): void;
}

function Press({ label, sign, off = false, onPress }: PressProps) {
  return (
    <ActionIcon size="sm" variant="default" aria-label={label} title={label} disabled={off} onClick={onPress}>
      {sign}
    </ActionIcon>
  );
}
