import { useCallback, useMemo, useRef, useState } from 'react';
import type { BoardCard } from '../../../contract/app/board-contract.ts';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { useDesk } from '../../data/desk-context.ts';
import { useLive } from '../../data/use-live.ts';
import type { ChosenSet } from '../../tables/chosen-set.ts';
import type { HeldChange, Hold } from './hold.ts';
import { changesOf, withTarget } from './hold.ts';

export interface HoldModel {
  readonly hold: Hold | null;
  /** What others did to the held cards so far. */
  readonly changes: readonly HeldChange[];
  /** @param seen the cards of the set that are on screen: what the person took is what they saw */
  grab(hold: Hold, seen: readonly BoardCard[]): void;
  over(lane: BoardLane): void;
  step(lanes: readonly BoardLane[], by: 1 | -1): void;
  /** Lets go; tells the cards as they were when they were taken. Null when nothing was held. */
  release(): Promise<{ readonly hold: Hold; readonly before: readonly BoardCard[] }> | null;
}

const idsOf = (set: ChosenSet): readonly string[] => (set.type === 'ids' ? set.ids : []);

/** What a person holds, and how it was when they took it. */
export function useHold(): HoldModel {
  const { client } = useDesk();
  const [hold, setHold] = useState<Hold | null>(null);
  const [before, setBefore] = useState<readonly BoardCard[]>([]);
  const taken = useRef<Promise<readonly BoardCard[]>>(Promise.resolve([]));
  const now = useRef(hold);
  now.current = hold;
  const grab = useCallback(
    (next: Hold, seen: readonly BoardCard[]) => {
      const known = new Set(seen.map(({ id }) => id));
      const others = idsOf(next.set).filter((id) => !known.has(id));
      const rest =
        others.length === 0 ? Promise.resolve([]) : client.board.cards({ ids: others }).then(({ cards }) => cards);
      taken.current = rest.then((cards) => [...seen, ...cards]);
      taken.current.then(setBefore, () => setBefore(seen));
      setBefore(seen);
      setHold(next);
    },
    [client],
  );
  const ids = hold === null ? [] : idsOf(hold.set);
  const watched = useLive(
    ids.length === 0 ? null : `held ${ids.join(' ')}`,
    (desk) => desk.board.cards({ ids: [...ids] }),
    ['missions'],
  );
  const cards = hold === null ? undefined : watched.value?.cards;
  const changes = useMemo(() => {
    if (cards === undefined) return [];
    const asked = new Set(ids);
    // An answer about an earlier hold says nothing of this one.
    const isThisHold = watched.answers === `held ${ids.join(' ')}`;
    return isThisHold
      ? changesOf(
          before.filter(({ id }) => asked.has(id)),
          cards,
        )
      : [];
  }, [cards, before, ids, watched.answers]);
  return {
    hold,
    changes,
    grab,
    over: useCallback(
      (lane: BoardLane) =>
        setHold((held) => (held === null || held.target === lane ? held : { ...held, target: lane })),
      [],
    ),
    step: useCallback(
      (lanes: readonly BoardLane[], by: 1 | -1) =>
        setHold((held) => (held === null ? null : withTarget(held, lanes, by))),
      [],
    ),
    release: useCallback(() => {
      const held = now.current;
      setHold(null);
      return held === null ? null : taken.current.then((cardsThen) => ({ hold: held, before: cardsThen }));
    }, []),
  };
}
