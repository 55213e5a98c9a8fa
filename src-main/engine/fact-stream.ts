/** Facts for the main process: those told before it listens wait for it. */
import { createReaders } from '../rpc/readers.ts';

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
  const readers = createReaders();
  return {
    tell(fact) {
      waiting.push(fact);
      readers.wake();
    },
    follow: (signal) => readers.read(() => waiting.shift() ?? null, signal),
  };
}
