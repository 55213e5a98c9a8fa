import { Button, Checkbox, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { BOARD_ORDERS, BOARD_SWIMLANES } from '../../../contract/app/board-lanes.ts';
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { BoardFilters } from './board-filters.tsx';
import type { BoardState } from './board-state.ts';
import { withQuestion } from './board-state.ts';

interface BoardToolbarProps {
  readonly state: BoardState;
  change(next: (before: BoardState) => BoardState): void;
  readonly canMove: boolean;
  onPropose(): void;
}

const TYPING_MS = 120;

/** Search ("/" goes there), filters, swimlanes, order within cells, and the order that the score proposes. */
export function BoardToolbar({ state, change, canMove, onPropose }: BoardToolbarProps) {
  return (
    <div className="dk-bar">
      <h1>{FR_BOARD.title}</h1>
      <SearchField state={state} change={change} />
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

function SearchField({ state, change }: Pick<BoardToolbarProps, 'state' | 'change'>) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(state.search);
  useEffect(() => setText(state.search), [state.search]);
  useEffect(() => {
    if (text === state.search) return;
    const timer = setTimeout(() => change((before) => withQuestion(before, { search: text.slice(0, 100) })), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, state.search, change]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <TextInput
      ref={field}
      w={190}
      aria-label={FR.table.search}
      placeholder={FR.table.search}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      rightSection={
        text === '' ? null : <CloseButton size="sm" aria-label={FR.table.clearSearch} onClick={() => setText('')} />
      }
    />
  );
}
