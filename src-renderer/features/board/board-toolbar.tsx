import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useCallback } from 'react';
import { BOARD_ORDERS, BOARD_SWIMLANES } from '../../../contract/app/board-lanes.ts';
import { useWindowSearch } from '../../data/use-window-search.ts';
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { BoardFilters } from './board-filters.tsx';
import type { BoardState } from './board-state.ts';
import { withQuestion } from './board-state.ts';

interface BoardToolbarProps {
  readonly state: BoardState;
  change(next: (before: BoardState) => BoardState): void;
  readonly canMove: boolean;
  onPropose(): void;
}

/** Search ("/" goes there), filters, swimlanes, order within cells, and the order that the score proposes. */
export function BoardToolbar({ state, change, canMove, onPropose }: BoardToolbarProps) {
  const search = useCallback((text: string) => change((before) => withQuestion(before, { search: text })), [change]);
  useWindowSearch(search);
  return (
    <div className="dk-bar">
      <h1>{FR_BOARD.title}</h1>
      <SearchField
        label={FR.table.search}
        clearLabel={FR.table.clearSearch}
        value={state.search}
        onSearch={search}
        style={{ flex: '0 1 190px', minWidth: 110 }}
      />
      <BoardFilters state={state} change={change} />
      <span className="dk-grow" />
      <Checkbox
        label={FR_BOARD.withFilled}
        checked={state.withFilled}
        onChange={(event) => {
          const withFilled = event.currentTarget.checked;
          change((before) => withQuestion(before, { withFilled }));
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={FR_BOARD.swimlane}
        value={state.swimlane}
        data={BOARD_SWIMLANES.map((value) => ({ value, label: FR_BOARD.swimlanes[value] }))}
        onChange={(event) => {
          const swimlane = BOARD_SWIMLANES.find((one) => one === event.currentTarget.value) ?? 'none';
          change((before) => withQuestion(before, { swimlane }));
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={FR_BOARD.order}
        value={state.order}
        data={BOARD_ORDERS.map((value) => ({ value, label: `${FR_BOARD.order} : ${FR_BOARD.orders[value]}` }))}
        onChange={(event) => {
          const order = BOARD_ORDERS.find((one) => one === event.currentTarget.value) ?? 'score';
          change((before) => withQuestion(before, { order }));
        }}
      />
      <Button variant="default" disabled={!canMove} onClick={onPropose}>
        {FR_BOARD.proposeOrder}
      </Button>
    </div>
  );
}
