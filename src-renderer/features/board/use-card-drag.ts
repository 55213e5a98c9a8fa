import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';

/** Less than this is a click. */
const THRESHOLD_PX = 6;
/** Nearer than this to an edge, the board scrolls under the hand. */
const EDGE_PX = 56;
const SCROLL_PX = 18;

interface DragParts {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly ghost: RefObject<HTMLDivElement | null>;
  /** @returns whether the card could be taken */
  onGrab(id: string): boolean;
  onOver(lane: BoardLane): void;
  onDrop(): void;
  onCancel(): void;
}

/**
 * Cards by pointer: pressed, moved beyond a few pixels, put down over a lane. The ghost follows the pointer without
 * drawing the board again; the board scrolls when the hand comes near its edge.
 */
export function useCardDrag(parts: DragParts): (event: ReactPointerEvent) => void {
  const now = useRef(parts);
  now.current = parts;
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  return useCallback((down: ReactPointerEvent) => {
    const id = (down.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset['card'];
    if (id === undefined || down.button !== 0 || down.ctrlKey || down.shiftKey || down.metaKey) return;
    stop.current();
    const start = { x: down.clientX, y: down.clientY };
    const drag = { at: start, isOn: false, frame: 0 };
    const follow = () => {
      const { scroller, ghost, onOver } = now.current;
      if (ghost.current !== null) ghost.current.style.transform = `translate(${drag.at.x + 10}px, ${drag.at.y + 8}px)`;
      const lane = laneUnder(scroller.current, drag.at.x);
      if (lane !== null) onOver(lane);
    };
    const scrollOn = () => {
      const frame = now.current.scroller.current;
      if (frame !== null) frame.scrollTop += edgePull(frame, drag.at.y);
      drag.frame = requestAnimationFrame(scrollOn);
    };
    const move = (event: PointerEvent) => {
      drag.at = { x: event.clientX, y: event.clientY };
      if (!drag.isOn) {
        if (Math.hypot(drag.at.x - start.x, drag.at.y - start.y) < THRESHOLD_PX) return;
        if (!now.current.onGrab(id)) return end();
        drag.isOn = true;
        drag.frame = requestAnimationFrame(scrollOn);
      }
      event.preventDefault();
      follow();
      // The ghost appears with the next drawing: it must not wait for the next move to be at the hand.
      requestAnimationFrame(follow);
    };
    const up = (event: PointerEvent) => {
      const { scroller, onDrop, onCancel } = now.current;
      const wasOn = drag.isOn;
      end();
      if (!wasOn) return;
      swallowClick();
      if (isInside(scroller.current, event)) onDrop();
      else onCancel();
    };
    const cancel = () => {
      const wasOn = drag.isOn;
      end();
      if (wasOn) now.current.onCancel();
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      cancel();
    };
    const end = () => {
      cancelAnimationFrame(drag.frame);
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', cancel);
      document.removeEventListener('keydown', giveUp, true);
      drag.isOn = false;
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', cancel);
    document.addEventListener('keydown', giveUp, true);
    stop.current = end;
  }, []);
}

/** The lane whose head is above that place. */
function laneUnder(frame: HTMLElement | null, x: number): BoardLane | null {
  for (const head of frame?.querySelectorAll<HTMLElement>('[data-lane-head]') ?? []) {
    const { left, right } = head.getBoundingClientRect();
    if (x >= left && x < right) return BOARD_LANES.find((lane) => lane === head.dataset['laneHead']) ?? null;
  }
  return null;
}

function edgePull(frame: HTMLElement, y: number): number {
  const { top, bottom } = frame.getBoundingClientRect();
  if (y > bottom - EDGE_PX) return SCROLL_PX;
  const heads = frame.querySelector<HTMLElement>('[data-heads]')?.offsetHeight ?? 0;
  return y < top + heads + EDGE_PX / 2 ? -SCROLL_PX : 0;
}

function isInside(frame: HTMLElement | null, { clientX, clientY }: PointerEvent): boolean {
  if (frame === null) return false;
  const { left, right, top, bottom } = frame.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** The click that the browser makes of the same press is none. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  document.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener('click', swallow, { capture: true }), 0);
}
