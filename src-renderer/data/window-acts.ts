/**
 * What a window's content can do with its chosen rows, offered once and shown everywhere: context menu, palette, list of
 * shortcuts. The keys themselves stay with the content.
 */
export interface WindowAct {
  /** The key that does the same; null when there is none. */
  readonly key: string | null;
  readonly label: string;
  readonly enabled: boolean;
  run(): void;
}

export interface WindowActs {
  /** On what: « 12 missions choisies », or the name of the one looked at. */
  readonly about: string;
  readonly acts: readonly WindowAct[];
}

export interface WindowActsStore {
  /** Null in a window that offers none. */
  current(): WindowActs | null;
  offer(acts: WindowActs | null): void;
  subscribe(listener: () => void): () => void;
}

export function createWindowActsStore(): WindowActsStore {
  const held = { acts: null as WindowActs | null };
  const listeners = new Set<() => void>();
  return {
    current: () => held.acts,
    offer(acts) {
      held.acts = acts;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
