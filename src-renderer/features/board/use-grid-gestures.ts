import type { KeyboardEvent, MouseEvent } from 'react';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import type { Cursor } from './board-cursor.ts';
import { movedCursor } from './board-cursor.ts';
import { NO_CHOICE, withToggled } from './choice.ts';
import type { BoardActions } from './use-board-actions.ts';
import type { BoardSeen } from './use-board-view.ts';
import type { HoldModel } from './use-hold.ts';

interface GestureParts {
  readonly seen: BoardSeen;
  readonly cursor: Cursor | null;
  readonly actions: BoardActions;
  readonly holding: HoldModel;
  /** Moves the cursor, brings it in sight and gives it the focus. */
  goTo(place: Cursor): void;
}

/** The place of the card under an event. */
export function placeOf(target: EventTarget): Cursor | null {
  const element = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-card]') : null;
  const { band, cardLane, index } = element?.dataset ?? {};
  const lane = BOARD_LANES.find((one) => one === cardLane);
  return band === undefined || lane === undefined ? null : { band, lane, index: Number(index) };
}

/** Keys and clicks on the cards. While cards are held by keyboard, arrows move their target and nothing else. */
export function useGridGestures({ seen, cursor, actions, holding, goTo }: GestureParts) {
  const holdKey = (key: string): boolean => {
    if (key === 'ArrowRight' || key === 'ArrowLeft') actions.step(key === 'ArrowRight' ? 1 : -1);
    else if (key === 'Enter' || key === ' ') actions.drop();
    else if (key === 'Escape') actions.cancel();
    else return ['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].includes(key);
    return true;
  };
  const cardKey = (event: KeyboardEvent, place: Cursor): boolean => {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === ' ' && control) actions.toggle(place);
    else if (event.key === ' ') actions.grab(place, 'keys');
    else if (event.key === 'Enter') actions.openCandidates();
    else if (event.key === 'Escape') actions.choose(NO_CHOICE);
    else if (control && event.key.toLowerCase() === 'a') actions.chooseCell(place);
    else {
      const next = control ? null : movedCursor(place, event.key, seen.layout.bands, seen.shown);
      if (next === null) return false;
      if (event.shiftKey) actions.chooseBetween(place, next);
      goTo(next);
    }
    return true;
  };
  return {
    onKeyDown(event: KeyboardEvent): void {
      if (!(event.target instanceof HTMLElement) || event.target.closest('[data-card]') === null) return;
      const done =
        holding.hold !== null ? holdKey(event.key) : cursor !== null && !event.altKey && cardKey(event, cursor);
      if (done) event.preventDefault();
    },
    onClick(event: MouseEvent): void {
      const place = placeOf(event.target);
      if (place === null) return;
      const card = seen.cardAt(place);
      if (event.shiftKey && cursor !== null) actions.chooseBetween(cursor, place);
      else if (event.ctrlKey || event.metaKey) {
        if (card !== undefined) actions.choose(withToggled(actions.choice, card.id));
      } else actions.choose(NO_CHOICE);
      goTo(place);
    },
    onDoubleClick(event: MouseEvent): void {
      if (placeOf(event.target) !== null) actions.openCandidates();
    },
  };
}
