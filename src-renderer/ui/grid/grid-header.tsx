import { Popover } from '@mantine/core';
import type { PointerEvent, ReactNode } from 'react';
import { memo, useState } from 'react';
import type { GridColumn, GridWords } from './grid-column.ts';

interface GridHeaderProps<Row> {
  readonly column: GridColumn<Row>;
  readonly words: GridWords;
  /** What the filter's box shows, as it is when it opens. */
  filterNow(): ReactNode;
  onSort(additive: boolean): void;
  onResize(width: number): void;
  /** Another column's name was dropped here. */
  onDrop(name: string): void;
}

const NARROWEST = 48;

/** A column's title: sort (Shift or Ctrl adds), filter, drag to move, grip to widen. */
function Header<Row>({ column, words, filterNow, onSort, onResize, onDrop }: GridHeaderProps<Row>) {
  const [open, setOpen] = useState(false);
  const order = column.direction === null ? '' : ` (${words[column.direction]})`;
  const arrow = column.direction === 'ascending' ? '▲' : '▼';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: moving a column by dragging; the columns' menu does it by keyboard
    <div
      className="dk-head"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => onDrop(event.dataTransfer.getData('text/plain'))}
    >
      <button
        type="button"
        className="dk-head-sort"
        draggable
        title={column.label}
        aria-label={`${words.sortBy(column.label)}${order}`}
        onDragStart={(event) => event.dataTransfer.setData('text/plain', column.name)}
        onClick={(event) => onSort(event.shiftKey || event.ctrlKey)}
      >
        {column.direction !== null && <span className="dk-head-mark" data-mark={`${arrow}${column.sortRank ?? ''} `} />}
        {column.label}
      </button>
      <Popover opened={open} onChange={setOpen} trapFocus returnFocus width={270} position="bottom-start" shadow="md">
        <Popover.Target>
          <button
            type="button"
            className="dk-head-filter"
            data-on={column.filtered}
            aria-label={`${words.filterBy(column.label)}${column.filtered ? ` (${words.filtered})` : ''}`}
            onClick={() => setOpen(!open)}
          >
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M1 2h10L7.2 6.6V10L4.8 11V6.6z" fill="currentColor" />
            </svg>
          </button>
        </Popover.Target>
        <Popover.Dropdown p="xs" aria-label={words.filterBy(column.label)}>
          {open && filterNow()}
        </Popover.Dropdown>
      </Popover>
      <span
        className="dk-head-grip"
        title={words.resize(column.label)}
        onPointerDown={(event) => follow(event, column.width, onResize)}
      />
    </div>
  );
}

/** Drawn again only when something of its own changed; its gestures always reach the grid as it is. */
export const GridHeader = memo(Header, ({ column: before }, { column: after }) =>
  (['name', 'label', 'width', 'direction', 'sortRank', 'filtered', 'filterKey'] as const).every(
    (part) => before[part] === after[part],
  ),
) as typeof Header;

function follow(event: PointerEvent<HTMLElement>, width: number, onResize: (width: number) => void): void {
  const start = event.clientX;
  const grip = event.currentTarget;
  grip.setPointerCapture(event.pointerId);
  const move = (next: globalThis.PointerEvent) => onResize(Math.max(NARROWEST, width + next.clientX - start));
  grip.addEventListener('pointermove', move);
  grip.addEventListener('pointerup', () => grip.removeEventListener('pointermove', move), { once: true });
}
