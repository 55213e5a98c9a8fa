/** Tells windows that something of the workspace changed, never what; a slow window hears once of many changes. */
import type { WORKSPACE_TOPICS } from '../../contract/app/workspace-contract.ts';
import { createReaders } from '../rpc/readers.ts';

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

export function createWorkspaceChanges(): WorkspaceChanges {
  const readers = createReaders();
  const followers = new Set<Set<WorkspaceTopic>>();
  const state = { revision: 0 };
  return {
    tell(...topics) {
      state.revision += 1;
      for (const untold of followers) for (const topic of topics) untold.add(topic);
      readers.wake();
    },
    async *follow(signal) {
      const untold = new Set<WorkspaceTopic>();
      followers.add(untold);
      const next = () => {
        if (untold.size === 0) return null;
        const topics = [...untold];
        untold.clear();
        return { revision: state.revision, topics };
      };
      try {
        yield* readers.read(next, signal);
      } finally {
        followers.delete(untold);
      }
    },
  };
}
