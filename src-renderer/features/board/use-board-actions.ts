import { useCallback, useMemo, useRef, useState } from 'react';
import type { BoardCard } from '../../../contract/app/board-contract.ts';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import { useDesk } from '../../data/desk-context.ts';
import { useSelection } from '../../data/use-selection.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import type { Cursor } from './board-cursor.ts';
import type { BoardState } from './board-state.ts';
import { questionOf } from './board-state.ts';
import { laneWords } from './board-words.ts';
import { cellFilters } from './cell-filters.ts';
import type { Choice } from './choice.ts';
import { NO_CHOICE, setOf, withAdded, withToggled } from './choice.ts';
import { countHeld } from './hold.ts';
import type { BoardSeen } from './use-board-view.ts';
import type { HoldModel } from './use-hold.ts';
import type { Placement } from './use-placement.ts';
import type { PresentByMission } from './use-present.ts';

export interface BoardActions {
  readonly choice: Choice;
  choose(next: Choice): void;
  /** Said to screen readers. */
  readonly announcement: string;
  /** Takes the card, or all that are chosen when it is one of them. @returns whether it could */
  grab(place: Cursor, by: 'pointer' | 'keys'): boolean;
  drop(): void;
  cancel(): void;
  step(by: 1 | -1): void;
  placeIn(lane: BoardLane): void;
  toggle(place: Cursor): void;
  chooseBetween(from: Cursor, to: Cursor): void;
  chooseCell(place: Cursor): void;
  look(place: Cursor): void;
  /** Was that mission chosen by this window? Asked once of each change of the selection. */
  isOwnLook(id: string): boolean;
  openCandidates(): void;
  /** Through the dialog: on the chosen cards, else on the one where the person is. */
  decideOn(...draft: Parameters<typeof draftOf>): void;
}

interface ActionParts {
  readonly state: BoardState;
  readonly seen: BoardSeen;
  readonly cursor: Cursor | null;
  readonly holding: HoldModel;
  readonly placement: Placement;
  /** Why nothing may be moved, or null. */
  readonly refusal: string | null;
  /** Too old to decide without a second thought. */
  readonly isStale: boolean;
  readonly present: PresentByMission;
}

const MOST_RANGE = 120;

/** Every gesture of the board, by whichever hand: choose, take, put down, place by a digit. */
export function useBoardActions(parts: ActionParts): BoardActions {
  const { client } = useDesk();
  const { change, selection } = useSelection();
  const { decide } = useDecisions();
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  /** How often the choice was let go: cards that were asked for before that join nothing when they come. */
  const letGo = useRef(0);
  const choose = useCallback((next: Choice) => {
    if (next.ids.size === 0) letGo.current += 1;
    setChoice(next);
  }, []);
  const [announcement, announce] = useState('');
  /** What this window looked at, and has not heard back of. */
  const looks = useRef<string[]>([]);
  const looked = selection.subject?.id;
  const now = useRef({ ...parts, choice, looked });
  now.current = { ...parts, choice, looked };

  const setAt = useCallback((place: Cursor | null) => {
    const { seen, choice: chosen } = now.current;
    const card = place === null ? undefined : seen.cardAt(place);
    const isAmong =
      chosen.cell !== null
        ? chosen.cell.band === place?.band && chosen.cell.lane === place.lane
        : card !== undefined && chosen.ids.has(card.id);
    const set = isAmong ? setOf(chosen) : null;
    return set ?? (card === undefined ? null : { type: 'ids' as const, ids: [card.id] });
  }, []);
  const cardsOf = useCallback((ids: readonly string[]) => {
    const { seen } = now.current;
    return ids.flatMap((id) => seen.cards.get(id)?.card ?? []);
  }, []);
  const refuse = useCallback((): boolean => {
    const { refusal, placement } = now.current;
    if (refusal === null) return false;
    placement.tell({ text: refusal, alarming: true, batchIds: [] });
    return true;
  }, []);

  /** Somebody else has it open, or the data are old: even one card goes through the dialog, which says so. */
  const asks = useCallback((cards: readonly BoardCard[]): boolean => {
    const { isStale, present } = now.current;
    return isStale || cards.some(({ id }) => present.has(id));
  }, []);

  const grab = useCallback(
    (place: Cursor, by: 'pointer' | 'keys') => {
      const { seen, holding } = now.current;
      const card = seen.cardAt(place);
      const set = setAt(place);
      if (card === undefined || set === null || refuse()) return false;
      const hold = { by, set, card, target: card.lane };
      holding.grab(hold, set.type === 'ids' ? cardsOf(set.ids) : []);
      announce(FR_BOARD.held(countHeld(hold), laneWords(card.lane)));
      return true;
    },
    [setAt, cardsOf, refuse],
  );
  const drop = useCallback(() => {
    const { holding, placement } = now.current;
    const released = holding.release();
    released?.then(
      ({ hold, before }) => placement.place({ set: hold.set, before, lane: hold.target, askAlways: asks(before) }),
      () => undefined,
    );
    choose(NO_CHOICE);
  }, [asks, choose]);
  const cancel = useCallback(() => {
    const { holding } = now.current;
    if (holding.release() !== null) announce(FR_BOARD.cancelled);
  }, []);
  const placeIn = useCallback(
    (lane: BoardLane) => {
      const { cursor, holding, choice: chosen, placement } = now.current;
      if (holding.hold !== null) {
        holding.over(lane);
        const released = holding.release();
        released?.then(
          ({ hold, before }) => placement.place({ set: hold.set, before, lane, askAlways: asks(before) }),
          () => undefined,
        );
      } else {
        const set = setOf(chosen) ?? setAt(cursor);
        if (set === null || refuse()) return;
        const before = set.type === 'ids' ? cardsOf(set.ids) : [];
        placement.place({ set, before, lane, askAlways: asks(before) });
      }
      choose(NO_CHOICE);
    },
    [setAt, cardsOf, refuse, asks, choose],
  );

  const look = useCallback(
    (place: Cursor) => {
      const card = now.current.seen.cardAt(place);
      if (card === undefined) return;
      const set = setOf(now.current.choice);
      if (now.current.looked !== card.id) looks.current.push(card.id);
      change({
        subject: { kind: 'mission', id: card.id },
        chosen: set === null ? null : { kind: 'mission', set },
      });
    },
    [change],
  );
  const isOwnLook = useCallback((id: string) => {
    const at = looks.current.indexOf(id);
    looks.current.splice(0, at + 1);
    return at >= 0;
  }, []);
  const openCandidates = useCallback(() => {
    const { cursor, seen } = now.current;
    const card = cursor === null ? undefined : seen.cardAt(cursor);
    if (card !== undefined) client.windows.open({ window: 'candidates', subjectId: card.id }).catch(() => undefined);
  }, [client]);

  const chooseBetween = useCallback(
    (from: Cursor, to: Cursor) => {
      const { state, seen } = now.current;
      if (from.band !== to.band || from.lane !== to.lane) return;
      const band = seen.layout.bands.find(({ key }) => key === from.band);
      const [first, last] = from.index < to.index ? [from.index, to.index] : [to.index, from.index];
      if (band === undefined) return;
      const places = Array.from({ length: last - first + 1 }, (_, at) => ({ ...from, index: first + at }));
      const known = places.flatMap((place) => seen.cardAt(place)?.id ?? []);
      // Keys come faster than cards: what was chosen meanwhile stays chosen.
      const add = (ids: readonly string[]) => setChoice((before) => withAdded(before, ids));
      if (known.length === places.length) return add(known);
      // Some of them were never drawn: they are asked for by the page.
      const asked = letGo.current;
      const cells = places
        .filter((_, at) => at % MOST_RANGE === 0)
        .map(({ lane, index }) => ({
          ...{ swimlane: band.value, lane, offset: index },
          limit: Math.min(MOST_RANGE, last - index + 1),
        }));
      client.board.view({ question: questionOf(state), cells: cells.slice(0, 9), find: null }).then(
        (view) => {
          if (letGo.current === asked) add(view.cells.flatMap(({ cards }) => cards.map(({ id }) => id)));
        },
        () => undefined,
      );
    },
    [client],
  );
  const chooseCell = useCallback(
    ({ band, lane }: Cursor) => {
      const { state, seen } = now.current;
      const found = seen.layout.bands.find(({ key }) => key === band);
      if (found === undefined) return;
      const filters = [...state.filters, ...cellFilters(state, found.value, lane)];
      const query = { filters, search: state.search, sorts: [], offset: 0, limit: 0 };
      client.missions.choose(query).then(
        (set) => choose({ ids: new Set(), cell: { band, lane, set } }),
        () => undefined,
      );
    },
    [client, choose],
  );

  const decideOn = useCallback(
    (...[kind, fields]: Parameters<typeof draftOf>) => {
      const { cursor, choice: chosen } = now.current;
      const set = setOf(chosen) ?? setAt(cursor);
      if (set !== null && !refuse()) decide(draftOf(kind, fields), set);
    },
    [decide, setAt, refuse],
  );

  const step = useCallback((by: 1 | -1) => {
    const { holding } = now.current;
    const { hold } = holding;
    if (hold === null) return;
    holding.step(BOARD_LANES, by);
    const next = BOARD_LANES[BOARD_LANES.indexOf(hold.target) + by];
    if (next !== undefined) announce(FR_BOARD.over(laneWords(next)));
  }, []);
  const toggle = useCallback((place: Cursor) => {
    const card = now.current.seen.cardAt(place);
    if (card !== undefined) setChoice((before) => withToggled(before, card.id));
  }, []);

  return useMemo(
    () => ({
      ...{ choice, choose, announcement, grab, drop, cancel, step, placeIn, toggle },
      ...{ chooseBetween, chooseCell, look, isOwnLook, openCandidates, decideOn },
    }),
    [
      choice,
      announcement,
      grab,
      drop,
      cancel,
      step,
      placeIn,
      toggle,
      chooseBetween,
      chooseCell,
      look,
      isOwnLook,
      openCandidates,
      decideOn,
      choose,
    ],
  );
}
