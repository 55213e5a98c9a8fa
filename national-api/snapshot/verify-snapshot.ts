/**
 * Proves a ready-made snapshot before a byte of it is inflated (TRUST S20-S21, S23). Pure: the time, the keys and the
 * schema that one expects are given.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { SnapshotManifest } from '../../contract/national/feed.ts';
import { snapshotManifestSchema } from '../../contract/national/feed.ts';
import { keyIdOf } from './snapshot-key.ts';

/** Why a snapshot is not opened, each with the sentence to show. */
export const SNAPSHOT_FAULTS = {
  malformed: "Le manifeste de l'image n'est pas lisible.",
  'unknown-key': "L'image est signée par une clé que ce poste ne connaît pas.",
  'bad-signature': "La signature de l'image ne correspond pas à son manifeste.",
  'not-yet-valid': "L'image porte une date à venir : vérifiez l'horloge du poste.",
  expired: "L'image est périmée.",
  'other-schema': "L'image a été faite pour une autre version du logiciel.",
  truncated: "L'image est incomplète.",
  altered: "Le contenu de l'image n'est pas celui qui a été signé.",
} as const;
export type SnapshotFault = keyof typeof SNAPSHOT_FAULTS;

export interface SnapshotProof {
  /** As received. */
  readonly manifest: unknown;
  readonly signature: string;
  /** Public keys that are trusted, PEM. */
  readonly publicKeys: readonly string[];
  /** The compressed bytes; absent to judge the manifest alone, before they are fetched. */
  readonly content?: Uint8Array;
  readonly schemaHash: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type SnapshotJudgement =
  | { readonly ok: true; readonly manifest: SnapshotManifest }
  | { readonly ok: false; readonly fault: SnapshotFault };

/** Clocks of two machines may differ by this much. */
const CLOCK_TOLERANCE = 5 * 60_000;

function faultOf(manifest: SnapshotManifest, proof: SnapshotProof): SnapshotFault | null {
  const key = proof.publicKeys.map((pem) => createPublicKey(pem)).find((known) => keyIdOf(known) === manifest.keyId);
  if (key === undefined) return 'unknown-key';
  const signature = Buffer.from(proof.signature, 'base64');
  if (!verify(null, Buffer.from(canonicalJson(manifest)), key, signature)) return 'bad-signature';
  if (Date.parse(manifest.issuedAt) > proof.now + CLOCK_TOLERANCE) return 'not-yet-valid';
  // Written so that a date that cannot be read is an expired one.
  if (!(proof.now <= Date.parse(manifest.expiresAt))) return 'expired';
  if (manifest.schemaHash !== proof.schemaHash) return 'other-schema';
  const { content } = proof;
  if (content === undefined) return null;
  if (content.byteLength !== manifest.compressedBytes) return 'truncated';
  return createHash('sha256').update(content).digest('hex') === manifest.sha256 ? null : 'altered';
}

/** @example verifySnapshot({ manifest, signature, publicKeys: [pinned], content, schemaHash, now: Date.now() }) */
export function verifySnapshot(proof: SnapshotProof): SnapshotJudgement {
  const read = snapshotManifestSchema.safeParse(proof.manifest);
  if (!read.success) return { ok: false, fault: 'malformed' };
  const fault = faultOf(read.data, proof);
  return fault === null ? { ok: true, manifest: read.data } : { ok: false, fault };
}
