/** Tells windows that something of the workspace changed, never what; a slow window hears once of many changes. */
import type { WORKSPACE_TOPICS } from '../../contract/app/workspace-contract.ts';

export type WorkspaceTopic = (typeof WORKSPACE_TOPICS)[number];

export interface WorkspaceChange {
  readonly revision: number;
  readonly topics: WorkspaceTopic[];
}

export interface WorkspaceChanges {
  tell(...topics: readonly WorkspaceTopic[]): void;
  /** Ends with the signal. */
  follow(signal?: AbortSignal): AsyncGenerator<WorkspaceChange, void>;
}

interface Follower {
  readonly topics: Set<WorkspaceTopic>;
  wake: () => void;
}

export function createWorkspaceChanges(): WorkspaceChanges {
  const followers = new Set<Follower>();
  const state = { revision: 0 };
  return {
    tell(...topics) {
      state.revision += 1;
      for (const follower of followers) {
        for (const topic of topics) follower.topics.add(topic);
        follower.wake();
      }
    },
    async *follow(signal) {
      const follower: Follower = { topics: new Set(), wake: () => undefined };
      followers.add(follower);
      const wake = () => follower.wake();
      signal?.addEventListener('abort', wake);
      try {
        while (signal?.aborted !== true) {
          if (follower.topics.size > 0) {
            const topics = [...follower.topics];
            follower.topics.clear();
            yield { revision: state.revision, topics };
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
