/** The journal as it is read: who decided what, when, why (FEATURES D7; TRUST D5). */
import { z } from 'zod';

const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const journalQuerySchema = z.strictObject({
  subject: z.string().min(1).max(64).optional(),
  actor: z.string().min(1).max(64).optional(),
  kind: z.string().min(1).max(64).optional(),
  batch: z.string().min(1).max(64).optional(),
  from: civilDate.optional(),
  until: civilDate.optional(),
  /** Lines older than this number: the newest come first. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type JournalQuery = z.infer<typeof journalQuerySchema>;

export const journalLineSchema = z.strictObject({
  number: z.int(),
  at: z.string(),
  actorId: z.string(),
  /** Null once the words were erased, or for who reads technical events only. */
  actorName: z.string().nullable(),
  role: z.string(),
  agency: z.int().nullable(),
  commandId: z.string().nullable(),
  kind: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  origin: z.string(),
  batchId: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  hash: z.string(),
});
export type JournalLineView = z.infer<typeof journalLineSchema>;

export const journalPageSchema = z.strictObject({
  lines: z.array(journalLineSchema),
  /** Give it back as `before`; null when there is nothing older. */
  next: z.int().nullable(),
});

export const journalVerificationSchema = z.strictObject({
  intact: z.boolean(),
  decisions: z.int(),
  reads: z.int(),
  anchors: z.int(),
  /** The first line that does not hold, and what is wrong with it, in French. */
  broken: z.strictObject({ chain: z.string(), number: z.int(), message: z.string() }).nullable(),
});
export type JournalVerification = z.infer<typeof journalVerificationSchema>;
