/** What the windows of candidates search and filter by, told to each other: the table's filter is the map's (F125). */
import type { CandidateFilter } from '../../contract/app/map-contract.ts';

export interface SharedCandidateFilter {
  /** @param by the window that says it: it is not told its own words */
  change(by: string, filter: CandidateFilter): void;
  /** What another window said last, then each new word of another; a slow reader hears the newest only. */
  follow(by: string, signal?: AbortSignal): AsyncGenerator<CandidateFilter>;
}

export function createSharedCandidateFilter(): SharedCandidateFilter {
  const state = { revision: 0, by: '', filter: null as CandidateFilter | null };
  const waiting = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of waiting) wake();
    waiting.clear();
  };
  return {
    change(by, filter) {
      state.revision += 1;
      state.by = by;
      state.filter = filter;
      wakeAll();
    },
    async *follow(by, signal) {
      signal?.addEventListener('abort', wakeAll, { once: true });
      for (let told = 0; !signal?.aborted; ) {
        const { revision, filter } = state;
        if (revision !== told && filter !== null && state.by !== by) {
          told = revision;
          yield filter;
        } else {
          told = revision;
          await new Promise<void>((wake) => waiting.add(wake));
        }
      }
    },
  };
}
