/**
 * Proves a ready-made first snapshot before a byte of it is inflated (TRUST S20-S21, S23). Pure: the time, the keys and
 * the schema that one expects are given.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { SnapshotManifest } from '../../contract/national/feed.ts';

/** Why a snapshot is not used; the rows come by the stream instead. */
export const SNAPSHOT_FAULTS = [
  'unknown-key',
  'bad-signature',
  'not-yet-valid',
  'expired',
  'other-schema',
  'other-scope',
  'truncated',
  'altered',
] as const;
export type SnapshotFault = (typeof SNAPSHOT_FAULTS)[number];

export interface SnapshotExpectation {
  /** PEM of the keys that are trusted. */
  readonly publicKeys: readonly string[];
  readonly schemaHash: string;
  readonly agency: number | null;
  /** Milliseconds since 1970, by the service's clock when it is known. */
  readonly now: number;
}

/** Clocks of two machines may differ by this much. */
const CLOCK_TOLERANCE = 5 * 60_000;

function keyOf(publicKeys: readonly string[], keyId: string) {
  return publicKeys
    .map((pem) => createPublicKey(pem))
    .find(
      (key) =>
        createHash('sha256')
          .update(key.export({ type: 'spki', format: 'der' }))
          .digest('hex') === keyId,
    );
}

/** Null when the manifest is what it should be; its content is still to be proved. */
export function manifestFault(
  manifest: SnapshotManifest,
  signature: string,
  expected: SnapshotExpectation,
): SnapshotFault | null {
  const key = keyOf(expected.publicKeys, manifest.keyId);
  if (key === undefined || key.asymmetricKeyType !== 'ed25519') return 'unknown-key';
  const signed = verify(null, Buffer.from(canonicalJson(manifest)), key, Buffer.from(signature, 'base64'));
  if (!signed) return 'bad-signature';
  if (Date.parse(manifest.issuedAt) > expected.now + CLOCK_TOLERANCE) return 'not-yet-valid';
  // Written so that a date that cannot be read is an expired one.
  if (!(expected.now <= Date.parse(manifest.expiresAt))) return 'expired';
  if (manifest.schemaHash !== expected.schemaHash) return 'other-schema';
  return manifest.agency === expected.agency ? null : 'other-scope';
}

/** Null when the compressed bytes are those that were signed. */
export function contentFault(manifest: SnapshotManifest, content: Uint8Array): SnapshotFault | null {
  if (content.byteLength !== manifest.compressedBytes) return 'truncated';
  return createHash('sha256').update(content).digest('hex') === manifest.sha256 ? null : 'altered';
}
