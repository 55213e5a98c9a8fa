import { createContext, useContext } from 'react';
import type { ChangeFeed } from './change-feed.ts';
import type { DeskClient } from './desk-client.ts';
import type { PinnableSelection } from './pinnable-selection.ts';
import type { WindowActsStore } from './window-acts.ts';
import type { WindowSearchStore } from './window-search.ts';

/** What every part of a page may reach: the only door to the application. */
export interface Desk {
  readonly client: DeskClient;
  readonly changes: ChangeFeed;
  readonly selection: PinnableSelection;
  readonly acts: WindowActsStore;
  readonly search: WindowSearchStore;
}

export const DeskContext = createContext<Desk | null>(null);

/** @throws Error outside of a page of the desk: a fault of the code, never of the person */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk needs a DeskContext above it');
  return desk;
}
