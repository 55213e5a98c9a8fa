/**
 * What became of one command. Accepted, conflict and refused are stored for ever with the command id and replayed
 * verbatim; `later` never is (ARCHITECTURE §6, TRUST G2).
 *
 * ```
 * command ──▶ accepted  (effect, rows as they now are)
 *         ├─▶ conflict  (someone acted since: the current row, its author, the time)
 *         ├─▶ refused   (a rule or a right says no: code, French sentence)
 *         └─▶ later     (not judged: come back with the same id after the delay)
 * ```
 */
import { z } from 'zod';
import { ROW_KIND_NAMES } from '../rows/row-kinds.ts';

const rowKind = z.enum(ROW_KIND_NAMES as [string, ...string[]]);

/** A row as it stands after the effect, with its feed number: an older page never overwrites it. */
export const numberedRowSchema = z.strictObject({
  kind: rowKind,
  id: z.string(),
  number: z.int(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type NumberedRow = z.infer<typeof numberedRowSchema>;

export const acceptedVerdictSchema = z.strictObject({
  commandId: z.string(),
  outcome: z.literal('accepted'),
  /** The rows that the effect changed and that the actor may see. */
  rows: z.array(numberedRowSchema),
});

export const conflictVerdictSchema = z.strictObject({
  commandId: z.string(),
  outcome: z.literal('conflict'),
  code: z.string(),
  message: z.string(),
  /** The subject as it now is, when the actor may see it. */
  current: numberedRowSchema.nullable(),
  /** Who acted, and when. */
  author: z.string().nullable(),
  at: z.string().nullable(),
});

export const refusedVerdictSchema = z.strictObject({
  commandId: z.string(),
  outcome: z.literal('refused'),
  code: z.string(),
  message: z.string(),
});

export const laterVerdictSchema = z.strictObject({
  commandId: z.string(),
  outcome: z.literal('later'),
  message: z.string(),
  /** Seconds to wait before the same command is sent again under the same id. */
  retryAfter: z.number().positive(),
});

export const verdictSchema = z.discriminatedUnion('outcome', [
  acceptedVerdictSchema,
  conflictVerdictSchema,
  refusedVerdictSchema,
  laterVerdictSchema,
]);
export type Verdict = z.infer<typeof verdictSchema>;
