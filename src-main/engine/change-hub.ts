/** Tells every window that something changed, never what; a slow window hears once of many changes. */
import type { Change, Topic } from '../../contract/app/sync-state.ts';

export interface ChangeHub {
  tell(revision: number, topics: readonly Topic[]): void;
  /** Ends with the signal. */
  follow(signal: AbortSignal | undefined): AsyncGenerator<Change, void>;
}

interface Follower {
  revision: number;
  readonly topics: Set<Topic>;
  wake: () => void;
}

export function createChangeHub(): ChangeHub {
  const followers = new Set<Follower>();
  return {
    tell(revision, topics) {
      for (const follower of followers) {
        follower.revision = revision;
        for (const topic of topics) follower.topics.add(topic);
        follower.wake();
      }
    },
    async *follow(signal) {
      const follower: Follower = { revision: 0, topics: new Set(), wake: () => {} };
      followers.add(follower);
      const wake = () => follower.wake();
      signal?.addEventListener('abort', wake);
      try {
        while (signal?.aborted !== true) {
          if (follower.topics.size > 0) {
            const change = { revision: follower.revision, topics: [...follower.topics] };
            follower.topics.clear();
            yield change;
            continue;
          }
          await new Promise<void>((resolve) => {
            follower.wake = resolve;
          });
        }
      } finally {
        signal?.removeEventListener('abort', wake);
        followers.delete(follower);
      }
    },
  };
}
