/** Brings a file that the engine made to where the person wants it: from engine to disk, through no page. */
import type { DeskParts } from './desk-parts.ts';
import type { EngineRoom } from './engine-room.ts';
import { failure } from './failure.ts';

const GONE = 'Ce fichier n’est plus là : demandez-le à nouveau.';

interface TakenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function takeFrom({ client }: EngineRoom, fileId: string): Promise<TakenFile | null> {
  const parts: Buffer[] = [];
  let name: string | null = null;
  for await (const one of await client.control.takeFile({ fileId })) {
    name = one.name;
    parts.push(Buffer.from(one.part, 'base64'));
  }
  return name === null ? null : { name, bytes: new Uint8Array(Buffer.concat(parts)) };
}

/**
 * @param rooms the engines that may have made it
 * @throws the failure 'not-found' when it was given already, or waited too long
 */
export async function saveMade(
  { rooms, saveFile }: Pick<DeskParts, 'saveFile'> & { readonly rooms: readonly EngineRoom[] },
  fileId: string,
): Promise<{ saved: boolean }> {
  for (const room of rooms) {
    const file = await takeFrom(room, fileId);
    if (file !== null) return { saved: await saveFile(file.name, file.bytes) };
  }
  throw failure('not-found', { message: GONE });
}
