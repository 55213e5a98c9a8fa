import type { RefObject } from 'react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { BoardBand } from './board-band.tsx';
import type { Cursor } from './board-cursor.ts';
import type { Sight } from './board-geometry.ts';
import { bandsInSight, CARD_STEP, topOf } from './board-geometry.ts';
import type { BoardState } from './board-state.ts';
import { swimlaneWords } from './board-words.ts';
import { LaneHead } from './lane-head.tsx';
import type { BoardActions } from './use-board-actions.ts';
import type { BoardSeen } from './use-board-view.ts';
import { useCardDrag } from './use-card-drag.ts';
import { placeOf, useGridGestures } from './use-grid-gestures.ts';
import type { HoldModel } from './use-hold.ts';
import type { PresentByMission } from './use-present.ts';

interface BoardGridProps {
  readonly state: BoardState;
  readonly seen: BoardSeen;
  readonly sight: Sight;
  readonly cursor: Cursor | null;
  readonly actions: BoardActions;
  readonly holding: HoldModel;
  readonly looked: string | null;
  readonly now: number;
  readonly present: PresentByMission;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly ghost: RefObject<HTMLDivElement | null>;
  onScroll(): void;
  moveTo(place: Cursor): void;
  onFoldLane(lane: BoardLane): void;
  onFoldBand(key: string): void;
}

/** Lanes across, swimlanes down: sticky heads, and only what is in sight is drawn. */
export function BoardGrid(props: BoardGridProps) {
  const { state, seen, sight, cursor, actions, holding, scroller, ghost, moveTo } = props;
  const { live, layout, shown } = seen;
  const { hold } = holding;
  const hasFocus = useRef(false);
  const goTo = (place: Cursor) => {
    moveTo(place);
    hasFocus.current = true;
    bringIntoSight(scroller.current, seen, place);
    actions.look(place);
  };
  const gestures = useGridGestures({ seen, cursor, actions, holding, goTo });
  const onPointerDown = useCardDrag({
    scroller,
    ghost,
    onGrab(id) {
      const place = seen.cards.get(id)?.place;
      return place !== undefined && actions.grab(place, 'pointer');
    },
    onOver: holding.over,
    onDrop: actions.drop,
    onCancel: actions.cancel,
  });
  useLayoutEffect(() => {
    const active = document.activeElement;
    const isLost = active === document.body || (active?.closest('[data-card]') ?? null) !== null;
    if (!hasFocus.current || !isLost || scroller.current === null) return;
    const wanted = scroller.current.querySelector<HTMLElement>('[data-cursor="true"]');
    if (wanted !== null && wanted !== active) wanted.focus({ preventScroll: true });
  });
  const held = useMemo(
    () => new Set(hold?.set.type === 'ids' ? hold.set.ids : hold === null ? [] : [hold.card.id]),
    [hold],
  );
  const columns = BOARD_LANES.map((lane) => (shown.includes(lane) ? 'minmax(0, 1fr)' : '38px')).join(' ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys and the pointer of its cards, which hold the focus
    <div
      ref={scroller}
      className="bd-board"
      data-held={hold !== null}
      data-target={hold?.target}
      style={{ '--bd-columns': columns } as React.CSSProperties}
      onScroll={props.onScroll}
      onKeyDown={gestures.onKeyDown}
      onClick={gestures.onClick}
      onDoubleClick={gestures.onDoubleClick}
      onPointerDown={(event) => {
        if (placeOf(event.target) === null) hasFocus.current = false;
        onPointerDown(event);
      }}
      onFocus={(event) => {
        const place = placeOf(event.target);
        hasFocus.current = place !== null;
        if (place !== null && !isSame(place, cursor)) moveTo(place);
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null) hasFocus.current = false;
      }}
    >
      <p id="board-help" className="dk-visually-hidden">
        {FR_BOARD.help}
      </p>
      <div className="bd-columns bd-heads" data-heads="true">
        {BOARD_LANES.map((lane, index) => (
          <LaneHead
            key={lane}
            lane={lane}
            totals={live.value?.lanes[index]}
            vital={live.value?.vital}
            folded={!shown.includes(lane)}
            target={hold?.target === lane}
            onFold={() => props.onFoldLane(lane)}
          />
        ))}
      </div>
      <div className="bd-space" style={{ height: layout.height }}>
        {bandsInSight(layout, sight).map((band) => (
          <BoardBand
            key={band.key}
            band={band}
            title={swimlaneWords(state.swimlane, band.value)}
            sight={sight}
            shown={shown}
            seen={seen}
            cursor={cursor}
            choice={actions.choice}
            looked={props.looked}
            held={held}
            now={props.now}
            present={props.present}
            onFold={() => props.onFoldBand(band.key)}
          />
        ))}
      </div>
    </div>
  );
}

function isSame(place: Cursor, cursor: Cursor | null): boolean {
  return cursor !== null && place.band === cursor.band && place.lane === cursor.lane && place.index === cursor.index;
}

/** Scrolls as little as needed, under the heads that stay. */
export function bringIntoSight(frame: HTMLElement | null, { layout }: BoardSeen, place: Cursor): void {
  const band = layout.bands.find(({ key }) => key === place.band);
  if (frame === null || band === undefined) return;
  const heads = frame.querySelector<HTMLElement>('[data-heads]')?.offsetHeight ?? 0;
  const top = topOf(band, place.index);
  const room = frame.clientHeight - heads;
  if (top < frame.scrollTop) frame.scrollTop = Math.max(0, top - band.title - CARD_STEP / 4);
  else if (top + CARD_STEP > frame.scrollTop + room) frame.scrollTop = top + CARD_STEP - room + CARD_STEP / 4;
}
