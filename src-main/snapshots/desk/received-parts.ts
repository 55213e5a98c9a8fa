/** Files that a window hands over, until they are opened or given up: bounded in number and size. */
import { failure } from '../../rpc/failure.ts';
import { LIMITS } from '../format/limits.ts';
import { SNAPSHOT_FAULTS } from '../format/snapshot-fault.ts';

export interface ReceivedParts {
  /** @throws the failure 'not-allowed' beyond what a snapshot may weigh */
  receive(fileId: string, part: string): void;
  /** A whole file at once. */
  keep(fileId: string, bytes: Uint8Array): void;
  /** Empty when nothing came. */
  read(fileId: string): Uint8Array;
  forget(fileId: string): void;
}

const MOST_FILES = 3;

export function createReceivedParts(): ReceivedParts {
  const files = new Map<string, { parts: Buffer[]; bytes: number }>();
  return {
    receive(fileId, part) {
      const file = files.get(fileId) ?? { parts: [], bytes: 0 };
      files.set(fileId, file);
      const bytes = Buffer.from(part, 'base64');
      file.bytes += bytes.byteLength;
      if (file.bytes > LIMITS.fileBytes) {
        files.delete(fileId);
        throw failure('not-allowed', { message: SNAPSHOT_FAULTS['too-large'].message });
      }
      file.parts.push(bytes);
      const [oldest] = files.keys();
      if (files.size > MOST_FILES && oldest !== undefined) files.delete(oldest);
    },
    keep(fileId, bytes) {
      files.set(fileId, { parts: [Buffer.from(bytes)], bytes: bytes.byteLength });
    },
    read: (fileId) => new Uint8Array(Buffer.concat(files.get(fileId)?.parts ?? [])),
    forget: (fileId) => void files.delete(fileId),
  };
}
