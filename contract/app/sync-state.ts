/** What the status bar of every window tells (UX, rules for every window). */
import { z } from 'zod';

export const connectionStateSchema = z.enum([
  'signed-out',
  'first-sync',
  'up-to-date',
  'synchronising',
  'offline',
  /** The session ended with decisions waiting: sign in again, nothing is lost. */
  'session-expired',
  /** Rights were withdrawn: reading still works. */
  'no-right',
  'paused',
  /** A snapshot is shown: as of then, and nothing can be decided. */
  'review',
]);

export const syncStateSchema = z.strictObject({
  connection: connectionStateSchema,
  /** French sentence: what is going on, what failed, what is safe. */
  message: z.string().nullable(),
  person: z.strictObject({ id: z.string(), name: z.string(), role: z.string(), agency: z.int().nullable() }).nullable(),
  lastSyncAt: z.string().nullable(),
  /** Milliseconds that the workstation's clock is ahead of the service's, when known. */
  clockAheadMs: z.number().nullable(),
  progress: z
    .strictObject({
      phase: z.enum(['snapshot', 'stream', 'difference', 'index']),
      rows: z.int(),
      outOf: z.int().nullable(),
      rowsPerSecond: z.number().nullable(),
      secondsLeft: z.number().nullable(),
    })
    .nullable(),
  waiting: z.int(),
  conflicts: z.int(),
  refused: z.int(),
  revision: z.int(),
});
export type SyncState = z.infer<typeof syncStateSchema>;

/** Windows are told *that* something changed, never *what* (ARCHITECTURE §5). */
export const TOPICS = [
  'missions',
  'candidates',
  'proposals',
  'regulation',
  'outbox',
  'journal',
  'sync',
  'selection',
  'views',
] as const;
export const changeSchema = z.strictObject({ revision: z.int(), topics: z.array(z.enum(TOPICS)) });
export type Change = z.infer<typeof changeSchema>;
export type Topic = (typeof TOPICS)[number];
