/** Where a window's content searches, offered to what stands around it: the palette puts a text there (UX: « filtrer cette file »). */
export type PutSearch = (text: string) => void;

export interface WindowSearchStore {
  /** Null in a window that searches nothing. */
  current(): PutSearch | null;
  /** Returns how to take the offer back; a later offer stays. */
  offer(put: PutSearch): () => void;
  subscribe(listener: () => void): () => void;
}

export function createWindowSearchStore(): WindowSearchStore {
  const held = { put: null as PutSearch | null };
  const listeners = new Set<() => void>();
  const hold = (put: PutSearch | null) => {
    held.put = put;
    for (const listener of listeners) listener();
  };
  return {
    current: () => held.put,
    offer(put) {
      hold(put);
      return () => {
        if (held.put === put) hold(null);
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
