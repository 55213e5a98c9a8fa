/** Facts for the main process: those told before it listens wait for it. */
export type EngineFact =
  | { readonly fact: 'token-refused' }
  | {
      readonly fact: 'notification';
      readonly kind: 'alert' | 'conflict' | 'refused' | 'blocked' | 'storage' | 'session' | 'other';
      readonly title: string;
      readonly body: string;
    }
  /** The sentence says where the base is now, which decisions were kept, and what could not be read. */
  | { readonly fact: 'storage-damaged'; readonly quarantined: string; readonly sentence: string };

export interface FactStream {
  tell(fact: EngineFact): void;
  follow(signal: AbortSignal | undefined): AsyncGenerator<EngineFact, void>;
}

export function createFactStream(): FactStream {
  const waiting: EngineFact[] = [];
  const listener = { wake: () => {} };
  return {
    tell(fact) {
      waiting.push(fact);
      listener.wake();
    },
    async *follow(signal) {
      const wake = () => listener.wake();
      signal?.addEventListener('abort', wake);
      try {
        while (signal?.aborted !== true) {
          const fact = waiting.shift();
          if (fact !== undefined) {
            yield fact;
            continue;
          }
          await new Promise<void>((resolve) => {
            listener.wake = resolve;
          });
        }
      } finally {
        signal?.removeEventListener('abort', wake);
      }
    },
  };
}
