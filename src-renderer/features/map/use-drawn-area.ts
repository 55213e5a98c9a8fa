import type { PointerEvent } from 'react';
import { useEffect, useState } from 'react';
import type { MapArea } from '../../../contract/app/map-contract.ts';
import type { DeskMap, ScreenPoint } from './desk-map.ts';
import type { MapTool } from './use-map-model.ts';

/** Nearer corners of a lasso are one. */
const NEAR_PIXELS = 4;
const MOST_CORNERS = 800;
/** Less is a press by mistake. */
const LEAST_PIXELS = 6;

export interface DrawnArea {
  /** In pixels of the map, while it is being drawn. */
  readonly outline: readonly ScreenPoint[];
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
}

/** The corners of what was drawn, or null when it was too small to be meant. */
export function cornersOf(tool: MapTool, points: readonly ScreenPoint[]): readonly ScreenPoint[] | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const wide = Math.max(...xs) - Math.min(...xs);
  const high = Math.max(...ys) - Math.min(...ys);
  if (Math.max(wide, high) < LEAST_PIXELS) return null;
  if (tool === 'lasso') return points.length < 3 ? null : points;
  return [first, { x: last.x, y: first.y }, last, { x: first.x, y: last.y }];
}

/** A box or a lasso drawn over the map with any pointer; Escape gives it up. */
export function useDrawnArea(
  tool: MapTool | null,
  drawing: { readonly current: DeskMap | null },
  onArea: (area: MapArea) => void,
  onGiveUp: () => void,
): DrawnArea {
  const [points, setPoints] = useState<readonly ScreenPoint[]>([]);
  useEffect(() => {
    if (tool === null) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setPoints([]);
      onGiveUp();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [tool, onGiveUp]);
  const at = (event: PointerEvent<HTMLElement>): ScreenPoint => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  return {
    outline: tool === null ? [] : (cornersOf(tool, points) ?? points),
    onPointerDown(event) {
      if (tool === null || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setPoints([at(event)]);
    },
    onPointerMove(event) {
      const last = points.at(-1);
      if (tool === null || last === undefined) return;
      const point = at(event);
      if (tool === 'box') setPoints([...points.slice(0, 1), point]);
      else if (Math.hypot(point.x - last.x, point.y - last.y) >= NEAR_PIXELS && points.length < MOST_CORNERS)
        setPoints([...points, point]);
    },
    onPointerUp(event) {
      const corners = tool === null ? null : cornersOf(tool, [...points, at(event)]);
      setPoints([]);
      const map = drawing.current;
      if (corners === null || map === null) return;
      onArea({ type: 'polygon', points: corners.map((corner) => map.unproject(corner)) });
    },
  };
}
