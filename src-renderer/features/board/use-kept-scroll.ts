import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';

const QUIET_MS = 400;

/**
 * Brings the board back where the person had left it, once it is long enough, and tells where they are after a moment
 * of quiet.
 */
export function useKeptScroll(
  scroller: RefObject<HTMLDivElement | null>,
  kept: number,
  height: number,
  keep: (scroll: number) => void,
): () => void {
  const wanted = useRef<number | null>(kept);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    // Another question brings the board back to its top.
    if (kept === 0 && scroller.current !== null) scroller.current.scrollTop = 0;
  }, [kept, scroller]);
  useEffect(() => {
    const frame = scroller.current;
    if (frame === null || wanted.current === null || height === 0) return;
    frame.scrollTop = wanted.current;
    wanted.current = null;
  }, [height, scroller]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (scroller.current !== null) keep(Math.round(scroller.current.scrollTop));
    }, QUIET_MS);
  }, [scroller, keep]);
}
