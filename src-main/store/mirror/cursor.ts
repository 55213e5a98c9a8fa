/** How far the mirror goes: a cursor once it is whole, a transfer while it is being filled the first time. */
import { z } from 'zod';
import { readMeta, writeMeta } from '../meta.ts';
import type { Statements } from '../statements.ts';

const cursorSchema = z.object({
  scope: z.string(),
  /** Everything up to this feed number is in the mirror. */
  after: z.int().min(0),
  scopeVersion: z.int().min(0),
  /** Where a difference of scope was left. */
  resume: z.string().nullable(),
});
export type Cursor = z.infer<typeof cursorSchema>;

const transferSchema = z.object({
  scope: z.string(),
  after: z.int().min(0),
  scopeVersion: z.int().min(0),
  /** After the last chunk that is in the mirror; null before the first. */
  resume: z.string().nullable(),
  /** Rows expected by kind, to show progress. */
  counts: z.record(z.string(), z.int()),
  rows: z.int().min(0),
});
export type Transfer = z.infer<typeof transferSchema>;

/** Null until the first transfer is complete. */
export const readCursor = (statements: Statements): Cursor | null => readMeta(statements, 'cursor', cursorSchema);

/** Written in the same transaction as the rows that it speaks of. */
export const writeCursor = (statements: Statements, cursor: Cursor): void => writeMeta(statements, 'cursor', cursor);

export const readTransfer = (statements: Statements): Transfer | null =>
  readMeta(statements, 'transfer', transferSchema);

export const writeTransfer = (statements: Statements, transfer: Transfer | null): void =>
  writeMeta(statements, 'transfer', transfer);

/** When the nation was last heard, by its own clock. */
export const readLastContact = (statements: Statements): string | null =>
  readMeta(statements, 'lastContact', z.string());

export const writeLastContact = (statements: Statements, at: string): void => writeMeta(statements, 'lastContact', at);
