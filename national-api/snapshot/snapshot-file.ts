/** One snapshot on disk: its compressed content, and beside it the manifest, the signature and where it comes from. */
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { snapshotManifestSchema } from '../../contract/national/feed.ts';

const snapshotFileSchema = z.strictObject({
  manifest: snapshotManifestSchema,
  signature: z.string(),
  /** The journal's head when the snapshot was begun: tells whether the database is still the same history. */
  origin: z.strictObject({ journalNumber: z.int(), journalHash: z.string() }),
});
export type SnapshotFile = z.infer<typeof snapshotFileSchema>;

const CARD = '.json';
const CONTENT = '.sqlite.zst';

/** 'agency:6' is not a file name everywhere. */
const stem = (scope: string): string => scope.replace(':', '-');
const cardOf = (folder: string, scope: string): string => join(folder, `${stem(scope)}${CARD}`);
const contentOf = (folder: string, scope: string, sha256: string): string =>
  join(folder, `${stem(scope)}.${sha256.slice(0, 16)}${CONTENT}`);

/** Never seen half-written: written aside, flushed, renamed. */
async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  const aside = `${path}.part`;
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
}

export async function writeSnapshotFile(
  folder: string,
  scope: string,
  snapshot: SnapshotFile,
  content: Uint8Array,
): Promise<void> {
  const before = await readSnapshotFile(folder, scope);
  const kept = contentOf(folder, scope, snapshot.manifest.sha256);
  await writeWhole(kept, content);
  await writeWhole(cardOf(folder, scope), JSON.stringify(snapshot));
  // Whoever was just given the manifest of the one before may still come for its content.
  const previous = before === null ? [] : [contentOf(folder, scope, before.manifest.sha256)];
  await removeOlder(folder, scope, [kept, ...previous]);
}

/** What a folder holds for a scope; null when there is nothing that can be read. */
export async function readSnapshotFile(folder: string, scope: string): Promise<SnapshotFile | null> {
  try {
    const read = snapshotFileSchema.safeParse(JSON.parse(await readFile(cardOf(folder, scope), 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The bytes, already open; null when they are not there. */
export async function openSnapshotContent(folder: string, scope: string, sha256: string): Promise<Readable | null> {
  try {
    return (await open(contentOf(folder, scope, sha256), 'r')).createReadStream();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes the contents of a scope but those to keep; a stream that is open on one still reads it to its end. */
async function removeOlder(folder: string, scope: string, kept: readonly string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(`${stem(scope)}.`) || name.endsWith(CARD) || kept.includes(path)) continue;
    // Windows keeps a file that is being read: it goes the next time.
    await rm(path, { force: true }).catch(() => {});
  }
}
