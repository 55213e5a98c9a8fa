/** Tells every window that something changed, never what; a slow window hears once of many changes. */
import type { Change, Topic } from '../../contract/app/sync-state.ts';
import { createReaders } from '../rpc/readers.ts';

export interface ChangeHub {
  tell(revision: number, topics: readonly Topic[]): void;
  /** Ends with the signal. */
  follow(signal: AbortSignal | undefined): AsyncGenerator<Change, void>;
}

export function createChangeHub(): ChangeHub {
  const readers = createReaders();
  const followers = new Set<Set<Topic>>();
  const state = { revision: 0 };
  return {
    tell(revision, topics) {
      state.revision = revision;
      for (const untold of followers) for (const topic of topics) untold.add(topic);
      readers.wake();
    },
    async *follow(signal) {
      const untold = new Set<Topic>();
      followers.add(untold);
      const next = () => {
        if (untold.size === 0) return null;
        const change = { revision: state.revision, topics: [...untold] };
        untold.clear();
        return change;
      };
      try {
        yield* readers.read(next, signal);
      } finally {
        followers.delete(untold);
      }
    },
  };
}
