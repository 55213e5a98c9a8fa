import { useEffect, useState } from 'react';
import type { Bounds } from '../../../contract/domain/geography/geography-data.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { loadBasemap } from './load-basemap.ts';

/** What frames the person's own agency; undefined before it is known, null for the nation. */
export function useAgencyBounds(): Bounds | null | undefined {
  const { value } = useSyncState();
  const [bounds, setBounds] = useState<Bounds | null | undefined>(undefined);
  const known = value !== null;
  const agency = value?.person?.agency ?? null;
  useEffect(() => {
    if (!known) return;
    const state = { ended: false };
    if (agency === null) setBounds(null);
    else
      loadBasemap().then(
        ({ agencies }) => {
          if (!state.ended) setBounds(agencies[String(agency)] ?? null);
        },
        () => setBounds(null),
      );
    return () => {
      state.ended = true;
    };
  }, [known, agency]);
  return bounds;
}
