import { useCallback, useEffect, useRef, useState } from 'react';
import type { Cursor } from './board-cursor.ts';
import { clamped, firstCursor } from './board-cursor.ts';
import type { BoardSeen } from './use-board-view.ts';

export interface CursorModel {
  readonly cursor: Cursor | null;
  moveTo(place: Cursor): void;
  /** To be called when the board changed: follows the card within its cell, else stays at its place. */
  follow(seen: BoardSeen): void;
}

/**
 * The one card that Tab reaches. It follows its card while that one only moves within its cell; when the card leaves,
 * it stays where it was, on the next one: placing one after the other needs no search.
 */
export function useCursor(): CursorModel {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const id = useRef<string | null>(null);
  const moveTo = useCallback((place: Cursor) => {
    id.current = null;
    setCursor(place);
  }, []);
  const follow = useCallback((seen: BoardSeen) => {
    const { bands } = seen.layout;
    setCursor((before) => {
      if (before === null) return firstCursor(bands, seen.shown);
      const known = id.current === null ? undefined : seen.cards.get(id.current);
      const isSameCell = known?.place.band === before.band && known.place.lane === before.lane;
      const next = isSameCell && known !== undefined ? known.place : clamped(before, bands, seen.shown);
      id.current = next === null ? null : (seen.cardAt(next)?.id ?? null);
      return next !== null && next.index === before.index && next.lane === before.lane && next.band === before.band
        ? before
        : next;
    });
  }, []);
  return { cursor, moveTo, follow };
}

/** Keeps the cursor on the board as it changes. */
export function useFollow(model: CursorModel, seen: BoardSeen): void {
  const { follow } = model;
  const now = useRef(seen);
  now.current = seen;
  const { cards, layout } = seen;
  useEffect(() => {
    if (cards.size > 0 || layout.bands.length > 0) follow(now.current);
  }, [cards, layout, follow]);
}
