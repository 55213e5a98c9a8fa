/**
 * Those who read a stream that never ends by itself: woken when there may be something new, asleep otherwise. What is
 * new for one of them, and how much of it a slow one is told, stays with who tells.
 *
 * ```
 *   read ─▶ anything for me? ──yes──▶ yield ─┐
 *            ▲        └──no──▶ sleep          │
 *            │                   │ wake        │        the signal ends it, asleep or not, and forgets the reader
 *            └───────────────────┴─────────────┘
 * ```
 */
export interface Readers {
  /** There may be something new. */
  wake(): void;
  /**
   * @param next what this reader was not told yet; null when there is nothing
   * @param signal ends the reading; whoever stops reading is forgotten too
   */
  read<Value>(next: () => Value | null, signal?: AbortSignal): AsyncGenerator<Value, void>;
}

/** @example const readers = createReaders(); for await (const fact of readers.read(() => facts.shift() ?? null, signal)) tell(fact); */
export function createReaders(): Readers {
  const asleep = new Set<() => void>();
  return {
    wake() {
      for (const wake of [...asleep]) wake();
    },
    async *read(next, signal) {
      const held = { wake: () => {} };
      const wake = () => held.wake();
      asleep.add(wake);
      signal?.addEventListener('abort', wake);
      try {
        while (signal?.aborted !== true) {
          const value = next();
          if (value !== null) yield value;
          else
            await new Promise<void>((resolve) => {
              held.wake = resolve;
            });
        }
      } finally {
        signal?.removeEventListener('abort', wake);
        asleep.delete(wake);
      }
    },
  };
}
