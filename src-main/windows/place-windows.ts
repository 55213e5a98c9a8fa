/**
 * Where a window goes on the displays that are there. What a person chose (its home) is kept apart from where the window
 * stands meanwhile: a display that comes back gets its windows back, as they were.
 *
 * ```
 *   home display there, unchanged ──▶ home
 *   home display there, moved or resized ──▶ the same place on it
 *   home display gone ──▶ the same relative place on the nearest display ──display returns──▶ home
 * ```
 */
import type { Bounds, Display } from '../host/host.ts';

/** Where a person put a window, and on which display. */
export interface WindowHome {
  readonly bounds: Bounds;
  readonly display: { readonly id: string; readonly bounds: Bounds } | null;
}

/** Pixels of a title that must be seen for a window to be reached. */
const LEAST_VISIBLE = 80;

/**
 * The bounds for a window, or null when there is nothing to say (no display known): the host chooses.
 *
 * @example placeWindow({ bounds, display: left }, [right]) // the same place, on the display that is left
 */
export function placeWindow(home: WindowHome, displays: readonly Display[]): Bounds | null {
  const [first] = displays;
  if (first === undefined) return null;
  const { bounds, display } = home;
  const same = display === null ? undefined : findDisplay(display, displays);
  if (display !== null && same !== undefined) {
    if (isEqual(same.bounds, display.bounds) && isReachable(bounds, displays)) return bounds;
    return moved(bounds, display.bounds, same.bounds);
  }
  if (display === null && isReachable(bounds, displays)) return bounds;
  const target = nearest(bounds, displays) ?? first;
  return moved(bounds, display?.bounds ?? target.bounds, target.bounds);
}

/** A place on the display under the window's middle, else on the nearest one. */
export function homeOf(bounds: Bounds, displays: readonly Display[]): WindowHome {
  const display = nearest(bounds, displays);
  return { bounds, display: display === null ? null : { id: display.id, bounds: display.bounds } };
}

/** Whether enough of its title can be seen on one display. */
export function isReachable(bounds: Bounds, displays: readonly Display[]): boolean {
  return displays.some(({ bounds: display }) => {
    const width = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
    const isTitleIn = bounds.y >= display.y && bounds.y <= display.y + display.height - LEAST_VISIBLE;
    return width >= LEAST_VISIBLE && isTitleIn;
  });
}

/** By its number when it kept its size or place, else by its place: numbers change from one plugging to the next. */
function findDisplay(display: NonNullable<WindowHome['display']>, displays: readonly Display[]): Display | undefined {
  return displays.find(({ id }) => id === display.id) ?? displays.find(({ bounds }) => isEqual(bounds, display.bounds));
}

function nearest(bounds: Bounds, displays: readonly Display[]): Display | null {
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  const distance = ({ bounds: { x, y, width, height } }: Display) =>
    Math.hypot(Math.max(x - middle.x, 0, middle.x - (x + width)), Math.max(y - middle.y, 0, middle.y - (y + height)));
  const [best] = [...displays].sort((left, right) => distance(left) - distance(right));
  return best ?? null;
}

/** The same relative place on another display, wholly inside it. */
function moved(bounds: Bounds, from: Bounds, to: Bounds): Bounds {
  const width = Math.min(bounds.width, to.width);
  const height = Math.min(bounds.height, to.height);
  return {
    x: along(bounds.x, bounds.width, from.x, from.width, to.x, to.width, width),
    y: along(bounds.y, bounds.height, from.y, from.height, to.y, to.height, height),
    width,
    height,
  };
}

function along(
  at: number,
  size: number,
  from: number,
  fromSize: number,
  to: number,
  toSize: number,
  newSize: number,
): number {
  const play = fromSize - size;
  const share = play <= 0 ? 0 : Math.min(1, Math.max(0, (at - from) / play));
  return Math.round(to + share * (toSize - newSize));
}

const isEqual = (left: Bounds, right: Bounds) =>
  left.x === right.x && left.y === right.y && left.width === right.width && left.height === right.height;
