/** What a candidates' window keeps: its table, and which mission it is about. Pure; parsed tolerantly. */

import { readKept } from '../../data/read-kept.ts';
import type { TableState } from '../../tables/table-state.ts';
import { readTableState } from '../../tables/table-state.ts';

export interface CandidateWindowState {
  readonly table: TableState;
  /** A mission that the window stays on, whatever is chosen elsewhere. */
  readonly pinned: string | null;
  /** Everybody in scope, without any mission. */
  readonly exploring: boolean;
  /** Is the map of the same people shown above them? */
  readonly map: boolean;
}

export function readCandidateWindowState(kept: string | null, first: TableState): CandidateWindowState {
  const parsed = readKept(kept);
  const pinned = parsed['pinned'];
  const table = parsed['table'];
  return {
    table: readTableState(table === undefined ? null : JSON.stringify(table), first),
    pinned: typeof pinned === 'string' && pinned !== '' ? pinned : null,
    exploring: parsed['exploring'] === true,
    map: parsed['map'] === true,
  };
}

/** The mission that the list is about: the pinned one, else the one chosen in any window, else none. */
export function missionOf(
  { pinned, exploring }: Pick<CandidateWindowState, 'pinned' | 'exploring'>,
  followed: string | null,
): string | null {
  return exploring ? null : (pinned ?? followed);
}
