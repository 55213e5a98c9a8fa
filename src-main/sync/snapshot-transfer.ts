/**
 * Fills an empty mirror by the ready-made snapshot of its base scope, where the service offers one: proved by its
 * signed manifest before a byte is inflated, opened in memory, copied into the encrypted base. Whatever is not as it
 * should be only means that the rows come by the stream.
 *
 * ```
 * manifest ─▶ signature, dates, schema, scope ─▶ bytes ─▶ digest ─▶ inflate, bounded ─▶ copy ─▶ cursor (scope version 0)
 * ```
 */
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import type { SnapshotManifest } from '../../contract/national/feed.ts';
import type { Log } from '../diagnostics/log.ts';
import type { NationalClient } from '../national/national-client.ts';
import { NationalFault } from '../national/national-fault.ts';
import { contentFault, manifestFault } from '../national/verify-snapshot.ts';
import { SNAPSHOT_SCHEMA_HASH } from '../store/mirror/ensure-mirror.ts';
import { ImageMismatch, importImage } from '../store/mirror/import-image.ts';
import type { Store } from '../store/store.ts';

const inflate = promisify(zstdDecompress);

/** TRUST S23. */
const MOST_COMPRESSED = 200 * 1024 * 1024;
const MOST_INFLATED = 2000 * 1024 * 1024;

export interface SnapshotContext {
  readonly store: Store;
  readonly client: NationalClient;
  readonly signal: AbortSignal;
  readonly clock: () => number;
  readonly log: Log;
  /** 'agency:6' or 'nation'. */
  readonly scope: string;
  /** Keys shipped with the package or set by policy; null: those that the service itself announces, over TLS. */
  readonly pinnedKeys: readonly string[] | null;
  readonly onProgress: (progress: {
    readonly phase: 'snapshot';
    readonly bytes: number;
    readonly manifest: SnapshotManifest;
  }) => void;
}

export function agencyOfScope(scope: string): number | null {
  return scope === 'nation' ? null : Number(scope.slice('agency:'.length));
}

async function findManifest(context: SnapshotContext): Promise<SnapshotManifest | null> {
  const { client, signal, scope, pinnedKeys, clock, log } = context;
  const { manifest, signature } = await client.snapshotManifest(scope, signal);
  const publicKeys = pinnedKeys ?? (await client.snapshotKeys(signal));
  const fault = manifestFault(manifest, signature, {
    publicKeys,
    schemaHash: SNAPSHOT_SCHEMA_HASH,
    agency: agencyOfScope(scope),
    now: clock() - (client.clockAhead() ?? 0),
  });
  if (fault === null && manifest.compressedBytes <= MOST_COMPRESSED && manifest.bytes <= MOST_INFLATED) return manifest;
  log('snapshot.refused', { fault: fault ?? 'too-large' });
  return null;
}

async function fetchContent(context: SnapshotContext, manifest: SnapshotManifest): Promise<Uint8Array> {
  const content = new Uint8Array(manifest.compressedBytes);
  let bytes = 0;
  for await (const part of context.client.snapshotContent(context.scope, manifest, context.signal)) {
    content.set(part, bytes);
    bytes += part.byteLength;
    context.onProgress({ phase: 'snapshot', bytes, manifest });
  }
  return content.subarray(0, bytes);
}

/**
 * @returns whether the mirror is now whole, at scope version 0
 * @throws NationalFault when the service cannot be asked at all (session, network)
 */
export async function takeSnapshot(context: SnapshotContext): Promise<boolean> {
  const { store, scope, log } = context;
  try {
    const manifest = await findManifest(context);
    if (manifest === null) return false;
    const content = await fetchContent(context, manifest);
    const fault = contentFault(manifest, content);
    if (fault !== null) {
      log('snapshot.refused', { fault });
      return false;
    }
    const image = await inflate(content, { maxOutputLength: manifest.bytes });
    importImage(store, image, manifest.rows, { scope, after: manifest.after, scopeVersion: 0, resume: null });
    return true;
  } catch (error) {
    // Not offered here, or not to this person, or not what it says: the stream has the same rows.
    if (error instanceof ImageMismatch || (error instanceof NationalFault && !isGeneral(error))) {
      log('snapshot.refused', { fault: error instanceof NationalFault ? error.code : 'image' });
      return false;
    }
    throw error;
  }
}

const isGeneral = ({ code }: NationalFault): boolean =>
  code === 'session-expired' ||
  code === 'unreachable' ||
  code === 'untrusted' ||
  code === 'proxy-refused' ||
  code === 'timeout' ||
  code === 'busy' ||
  code === 'captive-portal';
