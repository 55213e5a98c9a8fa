/** Files handed over in parts by the main process; held in this process alone, and never larger than a snapshot may be. */
import { LIMITS } from '../../snapshots/format/limits.ts';
import { SnapshotFault } from '../../snapshots/format/snapshot-fault.ts';

export interface ReceivedFiles {
  /** @throws SnapshotFault 'too-large' */
  receive(fileId: string, part: string): void;
  stream(fileId: string): AsyncIterable<Uint8Array>;
  forget(fileId: string): void;
}

async function* each(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield part;
}

export function createReceivedFiles(): ReceivedFiles {
  const files = new Map<string, { readonly parts: Uint8Array[]; bytes: number }>();
  return {
    receive(fileId, part) {
      const file = files.get(fileId) ?? { parts: [], bytes: 0 };
      files.set(fileId, file);
      const bytes = new Uint8Array(Buffer.from(part, 'base64'));
      file.bytes += bytes.byteLength;
      if (file.bytes > LIMITS.fileBytes) {
        files.delete(fileId);
        throw new SnapshotFault('too-large');
      }
      file.parts.push(bytes);
    },
    stream: (fileId) => each(files.get(fileId)?.parts ?? []),
    forget: (fileId) => void files.delete(fileId),
  };
}
