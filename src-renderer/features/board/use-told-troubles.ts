import { useEffect, useRef } from 'react';
import type { BoardCard } from '../../../contract/app/board-contract.ts';
import type { BoardSeen } from './use-board-view.ts';

/**
 * Tells of each card that comes back, when it does: a move that was refused, or over which a colleague decided. Those that
 * stood so when the board was opened are marked, and told by nobody.
 */
export function useToldTroubles(cards: BoardSeen['cards'], tell: (card: BoardCard) => void): void {
  const known = useRef(new Map<string, string | null>());
  useEffect(() => {
    for (const { card } of cards.values()) {
      const before = known.current.get(card.id);
      if (before !== undefined && before !== card.trouble && card.trouble !== null) tell(card);
      known.current.set(card.id, card.trouble);
    }
  }, [cards, tell]);
}
