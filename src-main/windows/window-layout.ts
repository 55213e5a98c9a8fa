/** What is remembered of windows from one start to the next. */
import { z } from 'zod';
import type { Bounds, Display } from '../host/host.ts';

export const windowMemorySchema = z.strictObject({
  id: z.string().min(1).max(64),
  window: z.string().max(40),
  subjectId: z.string().max(64).nullable(),
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }).nullable(),
  /** The window's own: filters, columns, widths. */
  state: z.string().max(50_000).nullable(),
});
export type WindowMemory = z.infer<typeof windowMemorySchema>;

export const windowLayoutSchema = z.strictObject({ windows: z.array(windowMemorySchema).max(40) });
export type WindowLayout = z.infer<typeof windowLayoutSchema>;

const LEAST_VISIBLE = 80;

/** The bounds, if enough of them can be seen and reached on a display that is there; else null, and the host chooses. */
export function visibleBounds(bounds: Bounds | null, displays: readonly Display[]): Bounds | null {
  if (bounds === null) return null;
  const isVisible = displays.some(({ bounds: display }) => {
    const width = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
    const isTitleReachable = bounds.y >= display.y && bounds.y <= display.y + display.height - LEAST_VISIBLE;
    return width >= LEAST_VISIBLE && isTitleReachable;
  });
  return isVisible ? bounds : null;
}
