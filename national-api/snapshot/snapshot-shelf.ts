/**
 * The ready-made first snapshots of the 18 agencies and of the nation, kept on disk with their dates.
 *
 * ```
 *   none, another database's, another schema's, another key's ─▶ built now, the caller waits
 *   younger than `freshHours` ─▶ given
 *   older, not yet expired    ─▶ given; a younger one is built behind (the feed tells what changed since)
 * ```
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { MILLISECONDS_PER_HOUR } from '../../contract/domain/instant.ts';
import type { SnapshotManifest } from '../../contract/national/feed.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { callerScope } from '../feed/caller-scope.ts';
import { FeedRefusal } from '../feed/feed-refusal.ts';
import { NATION_SCOPE, scopeOfAgency } from '../feed/scope-versions.ts';
import type { Ground } from '../kernel/ground.ts';
import { isoInstant } from '../kernel/ground.ts';
import { readHead } from '../kernel/seal.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { SNAPSHOT_SCHEMA_HASH } from './schema-hash.ts';
import type { SnapshotFile } from './snapshot-file.ts';
import { openSnapshotContent, readSnapshotFile, writeSnapshotFile } from './snapshot-file.ts';
import type { SnapshotKey } from './snapshot-key.ts';
import { openSnapshotKey } from './snapshot-key.ts';

export interface SnapshotSettings {
  /** Age from which a younger one is built. */
  readonly freshHours: number;
  /** Age from which it is no longer given at all. */
  readonly validHours: number;
}

const SETTINGS: SnapshotSettings = { freshHours: 6, validHours: 48 };

export interface SignedManifest {
  readonly manifest: SnapshotManifest;
  readonly signature: string;
}

export interface SnapshotShelf {
  /** Public key with which manifests are signed. */
  readonly key: Pick<SnapshotKey, 'keyId' | 'publicKey'>;
  /**
   * The manifest for a caller, of its own scope or, for the CCS, of any region.
   *
   * @param scope 'nation' or 'agency:6'
   * @throws FeedRefusal 'no-right' when the caller's scope does not contain it
   */
  manifest(principal: Principal, scope: string): Promise<SignedManifest>;
  /**
   * The bytes that a manifest speaks of.
   *
   * @param sha256 of the manifest that the caller holds, so that a younger snapshot does not slip in between; when it is
   *   absent, or that content is gone, the bytes are those of the manifest that is returned
   */
  content(
    principal: Principal,
    scope: string,
    sha256?: string,
  ): Promise<{ manifest: SnapshotManifest; compressedBytes: number | null; stream: Readable }>;
  /** Builds one now, whatever its age. */
  rebuild(scope: string): Promise<SignedManifest>;
  /** Waits for what is being built behind. */
  close(): Promise<void>;
}

/** @returns the agency of a scope, null for the nation */
function agencyOfScope(scope: string): number | null {
  if (scope === NATION_SCOPE) return null;
  const agency = Number(scope.slice('agency:'.length));
  if (scopeOfAgency(agency) !== scope || !(agency >= 1 && agency <= 18)) throw new FeedRefusal('no-right');
  return agency;
}

/** Is the database still the history that the snapshot was taken from? A restored or another one is not. */
async function sameHistory(ground: Ground, { manifest, origin }: SnapshotFile): Promise<boolean> {
  if (manifest.after > (await readHead(ground.database.read))) return false;
  const line = await ground.database.read
    .selectFrom('journal')
    .select('hash')
    .where('number', '=', origin.journalNumber)
    .executeTakeFirst();
  return line !== undefined && line.hash === origin.journalHash;
}

/**
 * @param dataFolder where the signing key is, or will be made; snapshots go to a folder beside it
 * @example const shelf = await openSnapshotShelf(ground, dataFolder);
 */
export async function openSnapshotShelf(
  ground: Ground,
  dataFolder: string,
  settings: SnapshotSettings = SETTINGS,
): Promise<SnapshotShelf> {
  const key = await openSnapshotKey(dataFolder);
  const folder = join(dataFolder, 'snapshots');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const building = new Map<string, Promise<SnapshotFile>>();
  /** Contents made by this process: their history needs no proof. */
  const made = new Set<string>();

  async function build(scope: string): Promise<SnapshotFile> {
    const agency = agencyOfScope(scope);
    const head = await ground.database.read
      .selectFrom('feedHead')
      .select(['journalNumber', 'journalHash'])
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    const now = ground.clock();
    const { content, after, rows, bytes, sha256 } = await buildSnapshot(ground, agency);
    const manifest: SnapshotManifest = {
      format: 'renfort-first-snapshot-1',
      schemaHash: SNAPSHOT_SCHEMA_HASH,
      agency,
      after,
      scopeVersion: 0,
      rows: { ...rows },
      compressedBytes: content.byteLength,
      bytes,
      sha256,
      keyId: key.keyId,
      issuedAt: isoInstant(now),
      expiresAt: isoInstant(now + settings.validHours * MILLISECONDS_PER_HOUR),
    };
    const file: SnapshotFile = { manifest, signature: key.sign(manifest), origin: head };
    await writeSnapshotFile(folder, scope, file, content);
    made.add(sha256);
    ground.log('snapshot.built', { scope, after, bytes: content.byteLength });
    return file;
  }

  /** One building of a scope at a time: whoever comes meanwhile waits for the same. */
  function buildOnce(scope: string): Promise<SnapshotFile> {
    const running = building.get(scope);
    if (running !== undefined) return running;
    const started = build(scope).finally(() => building.delete(scope));
    building.set(scope, started);
    return started;
  }

  async function current(scope: string): Promise<SnapshotFile> {
    const kept = await readSnapshotFile(folder, scope);
    const now = ground.clock();
    const usable =
      kept !== null &&
      kept.manifest.schemaHash === SNAPSHOT_SCHEMA_HASH &&
      kept.manifest.keyId === key.keyId &&
      now < Date.parse(kept.manifest.expiresAt) &&
      (made.has(kept.manifest.sha256) || (await sameHistory(ground, kept)));
    if (!usable) return buildOnce(scope);
    if (now - Date.parse(kept.manifest.issuedAt) > settings.freshHours * MILLISECONDS_PER_HOUR) {
      buildOnce(scope).catch((error: unknown) => {
        ground.log('snapshot.fault', { scope, error: error instanceof Error ? error.name : 'unknown' });
      });
    }
    return kept;
  }

  function allow(principal: Principal, scope: string): void {
    const own = callerScope(principal);
    agencyOfScope(scope);
    if (own.agency !== null && own.id !== scope) throw new FeedRefusal('no-right');
  }

  return {
    key,
    async manifest(principal, scope) {
      allow(principal, scope);
      const { manifest, signature } = await current(scope);
      return { manifest, signature };
    },
    async content(principal, scope, sha256) {
      allow(principal, scope);
      const { manifest } = await current(scope);
      if (sha256 !== undefined && sha256 !== manifest.sha256 && /^[0-9a-f]{64}$/.test(sha256)) {
        const previous = await openSnapshotContent(folder, scope, sha256);
        if (previous !== null) return { manifest, compressedBytes: null, stream: previous };
      }
      const stream = await openSnapshotContent(folder, scope, manifest.sha256);
      if (stream !== null) return { manifest, compressedBytes: manifest.compressedBytes, stream };
      // Somebody emptied the folder: made again.
      const again = (await buildOnce(scope)).manifest;
      const content = await openSnapshotContent(folder, scope, again.sha256);
      if (content === null) throw new Error('A snapshot vanished as soon as it was written');
      return { manifest: again, compressedBytes: again.compressedBytes, stream: content };
    },
    async rebuild(scope) {
      const { manifest, signature } = await buildOnce(scope);
      return { manifest, signature };
    },
    async close() {
      await Promise.allSettled(building.values());
    },
  };
}
