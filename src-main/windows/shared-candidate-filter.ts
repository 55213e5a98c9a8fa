/** What the windows of candidates search and filter by, told to each other: the table's filter is the map's (F125). */
import type { CandidateFilter } from '../../contract/app/map-contract.ts';
import { createReaders } from '../rpc/readers.ts';

export interface SharedCandidateFilter {
  /** @param by the window that says it: it is not told its own words */
  change(by: string, filter: CandidateFilter): void;
  /** What another window said last, then each new word of another; a slow reader hears the newest only. */
  follow(by: string, signal?: AbortSignal): AsyncGenerator<CandidateFilter>;
}

export function createSharedCandidateFilter(): SharedCandidateFilter {
  const readers = createReaders();
  const state = { revision: 0, by: '', filter: null as CandidateFilter | null };
  return {
    change(by, filter) {
      state.revision += 1;
      state.by = by;
      state.filter = filter;
      readers.wake();
    },
    follow(by, signal) {
      const told = { revision: 0 };
      const next = () => {
        const { revision, filter } = state;
        if (revision === told.revision) return null;
        told.revision = revision;
        return state.by === by ? null : filter;
      };
      return readers.read(next, signal);
    },
  };
}
