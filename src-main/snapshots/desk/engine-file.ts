/** Carries a snapshot's bytes between the main process and an engine, in parts. */
import type { EngineClient } from '../../rpc/engine-room.ts';

const PART_BYTES = 768 * 1024;

export async function giveFile(engine: EngineClient, fileId: string, bytes: Uint8Array): Promise<void> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole.byteLength; at += PART_BYTES)
    await engine.snapshotControl.receive({ fileId, part: whole.subarray(at, at + PART_BYTES).toString('base64') });
}

/** An export that is made; given once. */
export async function takeExport(engine: EngineClient, exportId: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of await engine.snapshotControl.exportTake({ exportId }))
    parts.push(Buffer.from(part, 'base64'));
  return new Uint8Array(Buffer.concat(parts));
}
