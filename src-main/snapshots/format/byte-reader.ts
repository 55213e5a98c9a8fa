import { SnapshotFault } from './snapshot-fault.ts';

/** Takes exact numbers of bytes from a stream that comes in pieces of any size. */
export interface ByteReader {
  /** @throws SnapshotFault 'truncated' when the stream ends before */
  take(count: number): Promise<Uint8Array>;
  isAtEnd(): Promise<boolean>;
}

export function createByteReader(stream: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = stream[Symbol.asyncIterator]();
  const state = { piece: new Uint8Array(0) as Uint8Array, ended: false };
  const more = async (): Promise<boolean> => {
    while (state.piece.byteLength === 0 && !state.ended) {
      const next = await iterator.next();
      if (next.done === true) state.ended = true;
      else state.piece = next.value;
    }
    return state.piece.byteLength > 0;
  };
  return {
    async take(count) {
      const taken = new Uint8Array(count);
      for (let at = 0; at < count; ) {
        if (!(await more())) throw new SnapshotFault('truncated');
        const bytes = state.piece.subarray(0, count - at);
        taken.set(bytes, at);
        at += bytes.byteLength;
        state.piece = state.piece.subarray(bytes.byteLength);
      }
      return taken;
    },
    isAtEnd: async () => !(await more()),
  };
}
