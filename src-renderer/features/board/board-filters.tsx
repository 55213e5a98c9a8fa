import { Button, NativeSelect, Popover } from '@mantine/core';
import { useState } from 'react';
import { ColumnFilter } from '../../tables/column-filter.tsx';
import { FR_BOARD } from '../../text/fr-board.ts';
import { BOARD_COLUMNS } from './board-columns.ts';
import type { BoardState } from './board-state.ts';
import { withBoardFilter } from './board-state.ts';
import { filterWords } from './filter-words.ts';

interface BoardFiltersProps {
  readonly state: BoardState;
  change(next: (before: BoardState) => BoardState): void;
}

/** The queue's filters, one column at a time; each one that holds is a button that takes it off. */
export function BoardFilters({ state, change }: BoardFiltersProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(BOARD_COLUMNS[0]?.name ?? '');
  const column = BOARD_COLUMNS.find((one) => one.name === name);
  const others = state.filters.filter((one) => one.column !== name);
  return (
    <>
      <Popover opened={open} onChange={setOpen} trapFocus returnFocus width={280} position="bottom-start" shadow="md">
        <Popover.Target>
          <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {FR_BOARD.filter}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="xs" aria-label={FR_BOARD.filter}>
          <NativeSelect
            mb="xs"
            aria-label={FR_BOARD.filter}
            value={name}
            data={BOARD_COLUMNS.map(({ name: value, label }) => ({ value, label }))}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {open && column !== undefined && (
            <ColumnFilter
              key={name}
              column={column}
              filter={state.filters.find((one) => one.column === name) ?? null}
              askFacet={{
                key: `board ${JSON.stringify([others, state.search])}`,
                ask: (client, asked) =>
                  client.missions.facet({ column: asked, filters: [...others], search: state.search }),
              }}
              onChange={(filter) => change((before) => withBoardFilter(before, name, filter))}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      {state.filters.map((filter) => {
        const shown = BOARD_COLUMNS.find((one) => one.name === filter.column);
        if (shown === undefined) return null;
        const words = filterWords(shown, filter);
        return (
          <Button
            key={filter.column}
            variant="light"
            maw={220}
            title={words}
            aria-label={FR_BOARD.dropFilter(words)}
            onClick={() => change((before) => withBoardFilter(before, filter.column, null))}
            rightSection={<span aria-hidden="true">✕</span>}
          >
            {words}
          </Button>
        );
      })}
    </>
  );
}
