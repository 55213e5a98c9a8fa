/** Hands a chosen file over to the application in parts: a page knows no path, and keeps nothing of it. */
import type { OpenedReview } from '../../../contract/app/snapshot-contract.ts';
import type { DeskClient } from '../../data/desk-client.ts';
import { filePartsOf } from '../../data/file-parts.ts';

/** @returns the name under which the application holds it */
export async function sendFile(client: DeskClient, file: File): Promise<string> {
  const fileId = crypto.randomUUID();
  for await (const part of filePartsOf(file)) await client.reviews.receive({ fileId, part });
  return fileId;
}

export const openReceived = (client: DeskClient, fileId: string, passphrase: string): Promise<OpenedReview> =>
  client.reviews.open({ fileId, passphrase: passphrase === '' ? null : passphrase });
