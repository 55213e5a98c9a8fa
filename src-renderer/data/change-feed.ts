/** Hears *that* something changed, and tells those who show it: the one listener of a page (ARCHITECTURE §5). */
import type { Change, Topic } from '../../contract/app/sync-state.ts';

export interface ChangeFeed {
  /** Calls the listener after each change of one of the topics; the answer ends it. */
  subscribe(topics: readonly Topic[], listener: () => void): () => void;
  stop(): void;
}

const RETRY_MS = 1_000;

/**
 * @param follow opens the stream of changes; opened again when it breaks (the engine may start anew), and then everybody
 * is told, for nobody knows what was missed
 */
export function createChangeFeed(
  follow: () => Promise<AsyncIterable<Change>>,
  wait: (ms: number) => Promise<void>,
): ChangeFeed {
  const listeners = new Set<{ topics: readonly Topic[]; listener: () => void }>();
  const status = { stopped: false };
  const run = async () => {
    for (let first = true; !status.stopped; first = false) {
      try {
        const changes = await follow();
        if (!first) for (const { listener } of listeners) listener();
        for await (const { topics } of changes) {
          if (status.stopped) return;
          for (const one of listeners) if (one.topics.some((topic) => topics.includes(topic))) one.listener();
        }
      } catch {
        // A broken stream says nothing more than "ask again".
      }
      await wait(RETRY_MS);
    }
  };
  void run();
  return {
    subscribe(topics, listener) {
      const entry = { topics, listener };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    stop() {
      status.stopped = true;
    },
  };
}
