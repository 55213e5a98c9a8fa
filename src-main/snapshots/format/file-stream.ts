/** A file as a stream, refused unread when it is larger than any snapshot may be. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { LIMITS } from './limits.ts';
import { SnapshotFault } from './snapshot-fault.ts';

/** @throws SnapshotFault 'too-large' | 'not-a-snapshot' (a folder, a device) */
export async function openFileStream(path: string): Promise<AsyncIterable<Uint8Array>> {
  const found = await stat(path);
  if (!found.isFile()) throw new SnapshotFault('not-a-snapshot');
  if (found.size > LIMITS.fileBytes) throw new SnapshotFault('too-large');
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}
