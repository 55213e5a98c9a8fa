/** What a snapshot says of itself: signed, checked before any part is read (docs/snapshot-format.md §3). */
import { z } from 'zod';
import type { SnapshotContent } from '../../../contract/domain/snapshot-lists.ts';
import { SNAPSHOT_CONTENTS, SNAPSHOT_PURPOSES } from '../../../contract/domain/snapshot-lists.ts';
import { LIMITS } from './limits.ts';

export const FORMAT_NAME = 'renfort-snapshot';
export const FORMAT_VERSION = 1;

const words = (most: number) => z.string().min(1).max(most);
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.iso.datetime({ precision: 3 });
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Who asked, or agreed. */
export const actorSchema = z.strictObject({
  id: words(64),
  name: words(120),
  role: words(40),
  agency: z.int().nullable(),
});
export type Actor = z.infer<typeof actorSchema>;

export type Content = SnapshotContent;

export const scopeSchema = z.strictObject({
  /** Null: the nation. */
  agency: z.int().nullable(),
  /** Empty: all of them. */
  departements: z.array(words(3)).max(110),
  professions: z.array(words(64)).max(60),
  /** Missions whose dates meet this interval, both bounds inclusive; null: no bound. */
  from: civilDate.nullable(),
  until: civilDate.nullable(),
});
export type SnapshotScope = z.infer<typeof scopeSchema>;

/** What is asked of an export: what a second person agrees to is this, word for word. */
export const requestSchema = z.strictObject({
  id: words(64),
  scope: scopeSchema,
  content: z.array(z.enum(SNAPSHOT_CONTENTS)).min(1).max(SNAPSHOT_CONTENTS.length),
  nominative: z.boolean(),
  purpose: z.enum(SNAPSHOT_PURPOSES),
  purposeText: z.string().max(500),
  /** Who it is for, in words: "Cabinet du ministre", "Équipe de nuit". */
  recipients: z.array(words(120)).min(1).max(20),
  /** Snapshots of a series name people alike; those of two series do not. Null: alone. */
  series: z.strictObject({ id: words(64), name: words(120) }).nullable(),
  expiresAt: instant,
  author: actorSchema,
});
export type SnapshotRequest = z.infer<typeof requestSchema>;

export const approvalSchema = z.strictObject({
  by: actorSchema,
  at: instant,
  keyId: words(64),
  /** Ed25519 in base64, over the text that docs/snapshot-format.md §6 gives. */
  signature: words(128),
});
export type Approval = z.infer<typeof approvalSchema>;

export const columnSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z]{1,40}$/),
  type: z.enum(['text', 'integer', 'real', 'flag']),
  nullable: z.boolean(),
});
export type PartColumn = z.infer<typeof columnSchema>;

export const partSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z]{1,40}$/),
  columns: z.array(columnSchema).min(1).max(LIMITS.columns),
  rows: z.int().min(0),
  /** Compressed. */
  bytes: z.int().min(0),
  inflated: z.int().min(0),
  /** SHA-256 of the compressed bytes, in hexadecimal. */
  sha256: digest,
});
export type Part = z.infer<typeof partSchema>;

export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT_NAME),
  version: z.literal(FORMAT_VERSION),
  id: words(64),
  kind: z.enum(['cell-state', 'regulation-point']),
  request: requestSchema,
  approval: approvalSchema.nullable(),
  takenAt: instant,
  keyId: words(64),
  /** Up to which change of the nation the rows are, and whether it was whole. */
  revision: z.int().min(0),
  /** People left out because fewer than this many were alike; 0 in a nominative snapshot. */
  smallest: z.int().min(0),
  withheld: z.int().min(0),
  application: words(80),
  parts: z.array(partSchema).max(LIMITS.parts),
});
export type SnapshotManifest = z.infer<typeof manifestSchema>;
