/** Brings a file that the engine made to where the person wants it: from engine to disk, through no page. */
import type { DeskParts } from './desk-parts.ts';
import { failure } from './failure.ts';

const GONE = 'Ce fichier n’est plus là : demandez-le à nouveau.';

/** @throws the failure 'not-found' when it was given already, or waited too long */
export async function saveMade(
  { room, saveFile }: Pick<DeskParts, 'room' | 'saveFile'>,
  fileId: string,
): Promise<{ saved: boolean }> {
  const parts: Buffer[] = [];
  let name: string | null = null;
  for await (const one of await room.client.control.takeFile({ fileId })) {
    name = one.name;
    parts.push(Buffer.from(one.part, 'base64'));
  }
  if (name === null) throw failure('not-found', { message: GONE });
  return { saved: await saveFile(name, new Uint8Array(Buffer.concat(parts))) };
}
