/** What is remembered of windows: from one start to the next, after they were closed, and under a name. */
import { z } from 'zod';
import { subjectSchema } from '../../contract/app/workspace-contract.ts';

const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
const homeSchema = z.strictObject({
  bounds: boundsSchema,
  display: z.strictObject({ id: z.string().max(64), bounds: boundsSchema }).nullable(),
});

/** What an older version kept beside is left out, and the filters stay. */
export const windowMemorySchema = z.object({
  id: z.string().min(1).max(64),
  window: z.string().max(40),
  subjectId: z.string().max(64).nullable(),
  /** Where a person put it; null when nobody did. */
  home: homeSchema.nullable().default(null),
  /** The window's own: filters, columns, widths. */
  state: z.string().max(50_000).nullable(),
  /** What it keeps showing whatever the others choose. */
  pinned: subjectSchema.nullable().default(null),
  /** The snapshot that it shows in place of the present; such a window is not opened again at the next start. */
  review: z.string().max(64).optional(),
});
export type WindowMemory = z.infer<typeof windowMemorySchema>;

/** An arrangement that a person named: « cellule 3 écrans ». */
export const namedLayoutSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(60),
  windows: z.array(windowMemorySchema).max(40),
});
export type NamedLayout = z.infer<typeof namedLayoutSchema>;

export const windowLayoutSchema = z.strictObject({
  windows: z.array(windowMemorySchema).max(40),
  /** Closed last first: a kind that is opened again finds its filters. */
  closed: z.array(windowMemorySchema).max(20).default([]),
  named: z.array(namedLayoutSchema).max(40).default([]),
});
export type WindowLayout = z.infer<typeof windowLayoutSchema>;

/** Where the layout is kept; null when nothing readable is there. */
export interface LayoutKeeper {
  read(): Promise<WindowLayout | null>;
  write(layout: WindowLayout): Promise<void>;
}
