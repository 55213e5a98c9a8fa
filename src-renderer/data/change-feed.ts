/** Hears *that* something changed, and tells those who show it: the one listener of a page (ARCHITECTURE §5). */
import type { Topic } from '../../contract/app/sync-state.ts';
import type { WORKSPACE_TOPICS } from '../../contract/app/workspace-contract.ts';

/** What may change: the data, or the workspace. */
export type WindowTopic = Topic | (typeof WORKSPACE_TOPICS)[number];

interface Change {
  readonly topics: readonly WindowTopic[];
}

export interface ChangeFeed {
  /** Calls the listener after each change of one of the topics; the answer ends it. */
  subscribe(topics: readonly WindowTopic[], listener: () => void): () => void;
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
  const listeners = new Set<{ topics: readonly WindowTopic[]; listener: () => void }>();
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

/** Several feeds as one: the data's and the workspace's come from two places. */
export function joinFeeds(feeds: readonly ChangeFeed[]): ChangeFeed {
  return {
    subscribe(topics, listener) {
      const stops = feeds.map((feed) => feed.subscribe(topics, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    stop() {
      for (const feed of feeds) feed.stop();
    },
  };
}
