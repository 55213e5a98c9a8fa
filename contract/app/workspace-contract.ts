/**
 * The workspace: many windows, one selection, named layouts, what was told. Answered by the main process; windows never
 * talk to each other (ARCHITECTURE §5).
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURES } from './failures.ts';
import { subjectKindSchema } from './selection.ts';

const id = z.string().min(1).max(64);
const base = oc.errors(FAILURES);
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const subjectSchema = z.strictObject({ kind: subjectKindSchema, id });

/** What may change here: windows are told that it did, never what (ARCHITECTURE §5). */
export const WORKSPACE_TOPICS = ['windows', 'layouts', 'settings', 'presence', 'notices', 'log'] as const;

export const openWindowSchema = z.strictObject({
  id,
  window: z.string(),
  title: z.string(),
  /** A pinned window keeps its subject whatever the others choose. */
  pinned: z.boolean(),
  /** The window that asks. */
  mine: z.boolean(),
});

export const layoutSchema = z.strictObject({
  id,
  name: z.string(),
  /** Titles of its windows, in order. */
  windows: z.array(z.string()),
  displays: z.int(),
});

export const NOTICE_KINDS = [
  'alert',
  'conflict',
  'refused',
  'blocked',
  'hand-over',
  'storage',
  'session',
  'other',
] as const;
export const noticeSchema = z.strictObject({
  id,
  at: z.string(),
  title: z.string(),
  body: z.string(),
  kind: z.enum(NOTICE_KINDS),
  /** False while nobody has opened the list since. */
  read: z.boolean(),
  /** Told by the list alone: it came during quiet hours. */
  quiet: z.boolean(),
});

/** Local hours, over midnight when the first is the later one; null: never quiet. */
export const quietHoursSchema = z.strictObject({ from: hour, to: hour }).nullable();

export const workspaceContract = {
  /** That something of the workspace changed. */
  changes: base.output(eventIterator(z.strictObject({ revision: z.int(), topics: z.array(z.enum(WORKSPACE_TOPICS)) }))),
  /** What the application's menu asks of this very window. */
  orders: base.output(
    eventIterator(
      z.strictObject({ order: z.enum(['palette', 'help', 'undo', 'windows', 'layouts', 'notices', 'log']) }),
    ),
  ),
  windows: {
    list: base.output(z.array(openWindowSchema)),
    /** Every kind that can be opened. */
    kinds: base.output(z.array(z.strictObject({ window: z.string(), title: z.string() }))),
    close: base.input(z.strictObject({ id })).output(z.void()),
    /** The window closed last comes back as it was. */
    reopen: base.output(z.void()),
    /** Shows a thing where it is best seen: a mission in the queue, a person, the missions of an establishment. */
    show: base.input(z.strictObject({ kind: z.enum(['mission', 'candidate', 'establishment']), id })).output(z.void()),
    pinned: base.output(subjectSchema.nullable()),
    /** Null lets the window follow the others again. */
    pin: base.input(z.strictObject({ subject: subjectSchema.nullable() })).output(z.void()),
  },
  layouts: {
    list: base.output(z.array(layoutSchema)),
    /** The windows as they stand, under a name; a layout of that name is replaced. */
    save: base.input(z.strictObject({ name: z.string().trim().min(1).max(60) })).output(z.void()),
    apply: base.input(z.strictObject({ id })).output(z.void()),
    rename: base.input(z.strictObject({ id, name: z.string().trim().min(1).max(60) })).output(z.void()),
    remove: base.input(z.strictObject({ id })).output(z.void()),
  },
  notices: {
    list: base.output(z.strictObject({ quietHours: quietHoursSchema, notices: z.array(noticeSchema) })),
    markRead: base.output(z.void()),
    setQuietHours: base.input(z.strictObject({ quietHours: quietHoursSchema })).output(z.void()),
  },
} as const;

export type OpenWindowLine = z.infer<typeof openWindowSchema>;
export type LayoutLine = z.infer<typeof layoutSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type QuietHours = z.infer<typeof quietHoursSchema>;
export type Subject = z.infer<typeof subjectSchema>;
