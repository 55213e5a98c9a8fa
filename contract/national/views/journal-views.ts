/** The journal as it is read: who decided what, when, why (FEATURES D7; TRUST D5). */
import { z } from 'zod';
import { COMMAND_ORIGINS } from '../commands/command.ts';

const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** How a line came to be: an order's own origin, or the service's clock. */
export const JOURNAL_ORIGINS = [...COMMAND_ORIGINS, 'system'] as const;

/** The most lines of one page. */
export const MOST_JOURNAL_PAGE = 1000;

export const journalQuerySchema = z.strictObject({
  subject: z.string().min(1).max(64).optional(),
  /** A mission: its own lines and those of its proposals. */
  mission: z.string().min(1).max(64).optional(),
  actor: z.string().min(1).max(64).optional(),
  origin: z.enum(JOURNAL_ORIGINS).optional(),
  kind: z.string().min(1).max(64).optional(),
  batch: z.string().min(1).max(64).optional(),
  from: civilDate.optional(),
  until: civilDate.optional(),
  /** Lines older than this number: the newest come first. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_JOURNAL_PAGE).default(100),
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
  /** What binds the line, for whoever recomputes its hash (contract/national/journal-text.ts, docs/journal.md). */
  subjectAgency: z.int().nullable(),
  valueHash: z.string(),
  /** Of the words; null once they were erased, or for who may not read them. */
  salt: z.string().nullable(),
  previousHash: z.string(),
  hash: z.string(),
});
export type JournalLineView = z.infer<typeof journalLineSchema>;

export const journalPageSchema = z.strictObject({
  lines: z.array(journalLineSchema),
  /** Give it back as `before`; null when there is nothing older. */
  next: z.int().nullable(),
  /** The end of the chain when the page was read, whoever may read its line; 0 and '' of an empty journal. */
  head: z.strictObject({ number: z.int(), hash: z.string() }),
});
export type JournalPage = z.infer<typeof journalPageSchema>;

export const journalVerificationSchema = z.strictObject({
  intact: z.boolean(),
  decisions: z.int(),
  reads: z.int(),
  anchors: z.int(),
  /** The first line that does not hold, and what is wrong with it, in French. */
  broken: z.strictObject({ chain: z.string(), number: z.int(), message: z.string() }).nullable(),
});
export type JournalVerification = z.infer<typeof journalVerificationSchema>;
