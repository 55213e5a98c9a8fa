/**
 * The feed: every change of any row in one sequence, filtered by the caller's scope (ARCHITECTURE §6).
 *
 * ```
 *  first transfer (ready-made snapshot, or bulk chunks)  ──▶ cursor {number, scopeVersion}
 *  pull(cursor):  scopeVersion older than mine? ──▶ pages of phase 'difference' (rows that entered, rows that left)
 *                                              ──▶ then pages of phase 'feed' (rows and tombstones after number)
 *  SSE /v1/feed/news only says that there is news.
 * ```
 */
import { z } from 'zod';
import { ROW_KIND_NAMES } from './rows/row-kinds.ts';

const rowKind = z.enum(ROW_KIND_NAMES as [string, ...string[]]);
const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Whose eyes a cursor was made for: 'agency:6', or 'nation' for the CCS. A cursor is worth nothing in another scope. */
const scopeId = z.string().regex(/^(nation|agency:\d{1,2})$/);

/** Why a row is gone: it left the caller's scope, or it was erased for everybody. Only the id is told. */
export const TOMBSTONE_REASONS = ['left-scope', 'erased'] as const;

export const feedEntrySchema = z.union([
  z.strictObject({ number: z.int(), kind: rowKind, id: z.string(), row }),
  z.strictObject({ number: z.int(), kind: rowKind, id: z.string(), gone: z.enum(TOMBSTONE_REASONS) }),
]);
export type FeedEntry = z.infer<typeof feedEntrySchema>;

export const feedQuerySchema = z.strictObject({
  /** Feed number up to which the caller has everything. */
  after: z.coerce.number().int().min(0),
  /** The scope version at which it was so; 0 = the base scope, without openings. */
  scopeVersion: z.coerce.number().int().min(0),
  /** The scope for which the cursor was given; a person who changed region must start again (`scope-changed`). */
  scope: scopeId.optional(),
  /** Where a difference was left, as the last page said; absent to begin. */
  resume: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(2000),
});

export const feedPageSchema = z.strictObject({
  phase: z.enum(['difference', 'feed']),
  /** The caller's scope; kept beside the cursor. */
  scope: scopeId,
  entries: z.array(feedEntrySchema),
  /** The cursor to keep once these entries are written, in one transaction with them. */
  after: z.int(),
  scopeVersion: z.int(),
  /** Given while a difference goes on. */
  resume: z.string().nullable(),
  more: z.boolean(),
  /** The newest feed number of the nation at the time of the answer. */
  head: z.int(),
  /** Service time, so that a workstation can tell its own clock's error. */
  at: z.string(),
});
export type FeedPage = z.infer<typeof feedPageSchema>;

/** First line of a bulk transfer (NDJSON, zstd): what comes, so that progress can be shown. */
export const bulkHeaderSchema = z.strictObject({
  format: z.literal('renfort-bulk-1'),
  /** SHA-256 of MIRROR_DDL: the columns and their order. */
  schemaHash: z.string(),
  scope: scopeId,
  after: z.int(),
  scopeVersion: z.int(),
  counts: z.record(z.string(), z.int()),
});
/** A chunk of up to 2,000 rows of one kind, column by column; `numbers` are the rows' feed numbers. */
export const bulkChunkSchema = z.strictObject({
  kind: rowKind,
  columns: z.array(z.string()),
  numbers: z.array(z.int()),
  values: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  /** Give it back as `resume` to go on after this chunk on a new connection. */
  resume: z.string(),
});
/** Last line: without it the transfer was cut. `rows` are those of this connection. */
export const bulkTrailerSchema = z.strictObject({ end: z.literal(true), rows: z.int() });

/** The signed manifest of a ready-made first snapshot (a zstd-compressed SQLite file of MIRROR_DDL). */
export const snapshotManifestSchema = z.strictObject({
  format: z.literal('renfort-first-snapshot-1'),
  /** SHA-256 of MIRROR_DDL and MIRROR_INDEXES: what the file's own schema must be, word for word. */
  schemaHash: z.string(),
  /** 1..18, or null for the nation. */
  agency: z.int().nullable(),
  after: z.int(),
  /** Always the base scope: openings follow as a difference. */
  scopeVersion: z.literal(0),
  rows: z.record(z.string(), z.int()),
  compressedBytes: z.int(),
  bytes: z.int(),
  /** Of the compressed bytes: nothing is inflated before they are proved. */
  sha256: z.string(),
  keyId: z.string(),
  issuedAt: z.string(),
  expiresAt: z.string(),
});
export type SnapshotManifest = z.infer<typeof snapshotManifestSchema>;
