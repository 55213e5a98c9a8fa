/** Hands a chosen file over to the application in parts: a page knows no path, and keeps nothing of it. */
import type { OpenedReview } from '../../../contract/app/snapshot-contract.ts';
import type { DeskClient } from '../../data/desk-client.ts';

const PART_BYTES = 768 * 1024;

/** Base64 of bytes, without the call of a function having too many arguments. */
function asBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(pieces.join(''));
}

/** @returns the name under which the application holds it */
export async function sendFile(client: DeskClient, file: File): Promise<string> {
  const fileId = crypto.randomUUID();
  for (let at = 0; at < file.size; at += PART_BYTES) {
    const bytes = new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer());
    await client.reviews.receive({ fileId, part: asBase64(bytes) });
  }
  return fileId;
}

export const openReceived = (client: DeskClient, fileId: string, passphrase: string): Promise<OpenedReview> =>
  client.reviews.open({ fileId, passphrase: passphrase === '' ? null : passphrase });
