import { useEffect } from 'react';
import { isTyping } from '../../ui/is-typing.ts';
import { DECISION_KEYS, priorityOfKey } from './board-keys.ts';
import type { BoardActions } from './use-board-actions.ts';

/** 1-4 and 0 place, D R N A X decide, P opens the candidates, Escape lets go: wherever the focus is in the window. */
export function useBoardShortcuts({ placeIn, decideOn, openCandidates, cancel }: BoardActions, held: boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const priority = priorityOfKey(event);
      const known = DECISION_KEYS[event.key.toLowerCase()];
      if (priority !== null) placeIn(priority);
      else if (held && event.key === 'Escape') cancel();
      else if (held || event.shiftKey) return;
      else if (event.key.toLowerCase() === 'p') openCandidates();
      else if (known !== undefined) decideOn(...known);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [placeIn, decideOn, openCandidates, cancel, held]);
}
