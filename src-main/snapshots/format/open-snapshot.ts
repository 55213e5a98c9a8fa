import type { ReadOptions, ReadSnapshot } from './read-container.ts';
import { readContainer } from './read-container.ts';
import type { Keys } from './unseal.ts';
import { unseal } from './unseal.ts';

/**
 * Opens a snapshot as it was exchanged, sealed or not: the one way in, for windows and for the command line.
 *
 * @throws SnapshotFault
 * @example await openSnapshot(await openFileStream(path), { identities: [], passphrase }, { trust, now, expiredOpens: true });
 */
export async function openSnapshot(
  stream: AsyncIterable<Uint8Array>,
  keys: Keys,
  options: ReadOptions,
): Promise<ReadSnapshot> {
  return readContainer(await unseal(stream, keys), options);
}
