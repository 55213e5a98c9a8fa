import { useEffect } from 'react';
import { useDesk } from './desk-context.ts';
import type { PutSearch } from './window-search.ts';

/**
 * Offers where this window searches, while it is shown.
 *
 * @param put keeps its identity from one drawing to the next
 */
export function useWindowSearch(put: PutSearch): void {
  const { search } = useDesk();
  useEffect(() => search.offer(put), [search, put]);
}
