import { useEffect, useRef } from 'react';
import { useDesk } from '../../data/desk-context.ts';
import type { Cursor } from './board-cursor.ts';
import { bandKey } from './board-geometry.ts';
import type { BoardState } from './board-state.ts';
import { questionOf } from './board-state.ts';

interface ShownSelection {
  readonly looked: string | null;
  readonly state: BoardState;
  show(place: Cursor): void;
  /** The board comes back where the person had left it: what was looked at before is no reason to go elsewhere. */
  readonly staysAtFirst: boolean;
  /** Is there a board to go to? */
  readonly isReady: boolean;
  /** Did this window choose it itself? Then it is already in sight. */
  isOwn(id: string): boolean;
}

/** Follows what another window looks at: finds the mission on the board and goes there. */
export function useShownSelection({ looked, state, show, staysAtFirst, isReady, isOwn }: ShownSelection): void {
  const { client } = useDesk();
  const stays = useRef(staysAtFirst);
  const now = useRef({ state, show, isOwn });
  now.current = { state, show, isOwn };
  useEffect(() => {
    if (looked === null || !isReady) return;
    if (stays.current) {
      stays.current = false;
      return;
    }
    if (now.current.isOwn(looked)) return;
    const status = { over: false };
    client.board.view({ question: questionOf(now.current.state), cells: [], find: looked }).then(
      ({ found }) => {
        if (found === null || status.over) return;
        now.current.show({ band: bandKey(found.swimlane), lane: found.lane, index: found.index });
      },
      () => undefined,
    );
    return () => {
      status.over = true;
    };
  }, [looked, isReady, client]);
}
