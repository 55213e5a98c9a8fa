import { useEffect, useMemo, useState } from 'react';
import type { BoardCard, BoardView } from '../../../contract/app/board-contract.ts';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import type { Live } from '../../data/use-live.ts';
import { useLive } from '../../data/use-live.ts';
import type { Cursor } from './board-cursor.ts';
import type { BoardLayout, Sight } from './board-geometry.ts';
import { bandKey, cellsToAsk, layoutOf } from './board-geometry.ts';
import type { BoardState } from './board-state.ts';
import { questionOf } from './board-state.ts';

export interface BoardSeen {
  readonly live: Live<BoardView>;
  readonly layout: BoardLayout;
  /** Lanes that are not folded. */
  readonly shown: readonly BoardLane[];
  /** The card at a place; undefined while it is not there yet. */
  cardAt(place: Cursor): BoardCard | undefined;
  /** Every card that is here, with its place. */
  readonly cards: ReadonlyMap<string, { readonly card: BoardCard; readonly place: Cursor }>;
}

type Asked = ReturnType<typeof cellsToAsk>;

/**
 * Totals of the whole board, and the cards of what is in sight.
 *
 * @param held while cards are held nothing moves: what others do is shown once they are put down
 */
export function useBoardView(state: BoardState, sight: Sight, cursor: Cursor | null, held: boolean): BoardSeen {
  const [asked, setAsked] = useState<Asked>([]);
  const question = questionOf(state);
  const live = useLive(
    `board ${JSON.stringify([question, asked])}`,
    (client) => client.board.view({ question, cells: [...asked], find: null }),
    held ? [] : ['missions', 'outbox'],
  );
  const { foldedLanes, foldedBands, swimlane } = state;
  const shown = useMemo(() => BOARD_LANES.filter((lane) => !foldedLanes.includes(lane)), [foldedLanes]);
  const swimlanes = live.value?.swimlanes;
  const layout = useMemo(
    () => layoutOf(swimlanes ?? [], shown, { titled: swimlane !== 'none', foldedBands }),
    [swimlanes, shown, swimlane, foldedBands],
  );
  useEffect(() => {
    const next = cellsToAsk(layout, shown, sight, cursor);
    setAsked((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, [layout, shown, sight, cursor]);
  const cells = live.value?.cells;
  const byPlace = useMemo(() => new Map((cells ?? []).flatMap(placed)), [cells]);
  const cards = useMemo(
    () => new Map([...byPlace.values()].map((found) => [found.card.id, found] as const)),
    [byPlace],
  );
  return { live, layout, shown, cards, cardAt: (place) => byPlace.get(placeKey(place))?.card };
}

export function placeKey({ band, lane, index }: Cursor): string {
  return `${lane} ${index} ${band}`;
}

function placed({ swimlane, lane, offset, cards }: BoardView['cells'][number]) {
  const band = bandKey(swimlane);
  return cards.map((card, at) => {
    const place: Cursor = { band, lane, index: offset + at };
    return [placeKey(place), { card, place }] as const;
  });
}
