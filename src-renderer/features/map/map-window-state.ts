/** What a map's window keeps: which people, and what of the map is shown. Pure; parsed tolerantly. */
import type { CandidateFilter } from '../../../contract/app/map-contract.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import { readKept } from '../../data/read-kept.ts';

export const MAP_MODES = ['people', 'balance'] as const;
export type MapMode = (typeof MAP_MODES)[number];
export const MAP_TABS = ['people', 'needs', 'balance'] as const;
export type MapTab = (typeof MAP_TABS)[number];

export interface MapWindowState {
  readonly filter: CandidateFilter;
  /** Everybody in scope, without any mission. */
  readonly exploring: boolean;
  readonly mode: MapMode;
  readonly needs: boolean;
  readonly rings: boolean;
  readonly tab: MapTab;
}

export const FIRST_MAP_STATE: MapWindowState = {
  filter: { filters: [], search: '' },
  exploring: false,
  mode: 'people',
  needs: true,
  rings: true,
  tab: 'people',
};

export function readMapWindowState(kept: string | null): MapWindowState {
  const parsed = readKept(kept);
  const { exploring, needs, rings } = parsed;
  return {
    filter: readFilter(parsed['filter']),
    exploring: exploring === true,
    mode: MAP_MODES.find((mode) => mode === parsed['mode']) ?? FIRST_MAP_STATE.mode,
    needs: needs !== false,
    rings: rings !== false,
    tab: MAP_TABS.find((tab) => tab === parsed['tab']) ?? FIRST_MAP_STATE.tab,
  };
}

/** A filter that makes no sense any more is refused by the engine with a sentence, and can be removed. */
function readFilter(value: unknown): CandidateFilter {
  const kept = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const { filters, search } = kept;
  const isFilter = (one: unknown): one is TableFilter =>
    typeof (one as { column?: unknown } | null)?.column === 'string';
  return {
    filters: Array.isArray(filters) ? filters.filter(isFilter) : [],
    search: typeof search === 'string' ? search.slice(0, 100) : '',
  };
}
