/** Puts a container together: head, canonical manifest, its signature, the parts. */
import { canonicalJson } from '../../../contract/national/canonical-json.ts';
import { writeHead } from './container-head.ts';
import type { SnapshotManifest } from './manifest.ts';
import { FORMAT_NAME, FORMAT_VERSION, manifestSchema } from './manifest.ts';
import type { SigningKey } from './signing-key.ts';
import { signBytes } from './signing-key.ts';
import type { WrittenPart } from './write-part.ts';

export type ManifestFacts = Omit<SnapshotManifest, 'format' | 'version' | 'keyId' | 'parts'>;

/** Pieces of the container, in order. @throws Error when the facts do not make a manifest: a fault of the code */
export function writeContainer(
  facts: ManifestFacts,
  parts: readonly WrittenPart[],
  key: SigningKey,
): readonly Uint8Array[] {
  const manifest = manifestSchema.parse({
    ...facts,
    format: FORMAT_NAME,
    version: FORMAT_VERSION,
    keyId: key.id,
    parts: parts.map(({ part }) => part),
  });
  const text = new TextEncoder().encode(canonicalJson(manifest));
  const head = writeHead({ keyId: key.id, manifestBytes: text.byteLength, signature: signBytes(key, text) });
  return [head, text, ...parts.flatMap(({ content }) => content)];
}
