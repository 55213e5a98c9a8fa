import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { CandidateFilter } from '../../contract/app/map-contract.ts';
import type { DeskClient } from './desk-client.ts';
import { useDesk } from './desk-context.ts';

const RETRY_MS = 1_000;
/** A window that comes back waits so long for what others say before it says its own. */
const LISTEN_MS = 250;

const keyOf = ({ filters, search }: CandidateFilter) => JSON.stringify([filters, search]);
const isEmpty = ({ filters, search }: CandidateFilter) => filters.length === 0 && search === '';

/**
 * Keeps the filters of every window of candidates the same: the table's filter is the map's (F125). A window that is
 * pinned on its own subject neither says nor hears.
 *
 * @param own what this window filters by @param adopt takes what another window said
 * @param held true where the window's own content keeps its subject, beside the pin of its frame
 */
export function useSharedFilter(own: CandidateFilter, adopt: (filter: CandidateFilter) => void, held = false): void {
  const { client, selection } = useDesk();
  const isPinned = useSyncExternalStore(selection.subscribe, () => selection.pinned() !== null);
  const active = !isPinned && !held;
  const key = keyOf(own);
  const adoptNow = useRef(adopt);
  adoptNow.current = adopt;
  /** What every window knows already. */
  const known = useRef<string | null>(null);

  useEffect(() => {
    if (!active) return;
    const abort = new AbortController();
    void hear(client, abort.signal, (filter) => {
      known.current = keyOf(filter);
      adoptNow.current(filter);
    });
    return () => abort.abort();
  }, [client, active]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the filter
  useEffect(() => {
    if (!active || key === known.current) return;
    const say = () => {
      if (key === known.current) return;
      known.current = key;
      // Another window that could not be told hears the next change.
      client.candidateFilter.change({ filters: [...own.filters], search: own.search }).catch(() => undefined);
    };
    if (known.current !== null) {
      say();
      return;
    }
    if (isEmpty(own)) {
      known.current = key;
      return;
    }
    const timer = setTimeout(() => {
      if (known.current === null) say();
    }, LISTEN_MS);
    return () => clearTimeout(timer);
  }, [client, active, key]);
}

async function hear(client: DeskClient, signal: AbortSignal, tell: (filter: CandidateFilter) => void): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const filter of await client.candidateFilter.follow(undefined, { signal })) {
        if (signal.aborted) return;
        tell(filter);
      }
    } catch {
      // A broken stream begins anew with what was said last.
    }
    if (!signal.aborted) await new Promise<void>((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
