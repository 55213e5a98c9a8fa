import type { RefObject } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { Sight } from './board-geometry.ts';
import { CARD_STEP } from './board-geometry.ts';

const NOTHING: Sight = { top: 0, bottom: 1_600 };

/** What of the board is in sight, in whole cards: a scroll of a few pixels draws nothing anew. */
export function useSight(scroller: RefObject<HTMLDivElement | null>): readonly [Sight, () => void] {
  const [sight, setSight] = useState<Sight>(NOTHING);
  const look = useCallback(() => {
    const frame = scroller.current;
    if (frame === null) return;
    const first = Math.floor(frame.scrollTop / CARD_STEP);
    const last = Math.ceil((frame.scrollTop + frame.clientHeight) / CARD_STEP);
    const next = { top: (first - 2) * CARD_STEP, bottom: (last + 2) * CARD_STEP };
    setSight((before) => (before.top === next.top && before.bottom === next.bottom ? before : next));
  }, [scroller]);
  return [sight, look];
}

/** Looks again whenever the board comes to be or takes another size. */
export function useWatchedSize(scroller: RefObject<HTMLDivElement | null>, look: () => void, isThere: boolean): void {
  useEffect(() => {
    const frame = scroller.current;
    if (!isThere || frame === null) return;
    const watch = new ResizeObserver(look);
    watch.observe(frame);
    return () => watch.disconnect();
  }, [scroller, look, isThere]);
}
