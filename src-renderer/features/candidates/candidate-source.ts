import { CANDIDATE_RANK_COLUMNS } from '../../../contract/app/candidate-columns.ts';
import type { TableFilter, TableQuery, TableSort } from '../../../contract/app/table-query.ts';
import type { TableSource } from '../../tables/table-source.ts';

const RANK_NAMES: readonly string[] = CANDIDATE_RANK_COLUMNS.map(({ name }) => name);
const isPlain = ({ column }: { readonly column: string }) => !RANK_NAMES.includes(column);

export const BEST_FIRST: readonly TableSort[] = [{ column: 'rank', descending: false }];
const BY_NAME: readonly TableSort[] = [
  { column: 'lastName', descending: false },
  { column: 'firstName', descending: false },
];

/**
 * What is asked outside any mission: rank and distance mean nothing there, so their filters and sorts are left out, and
 * come back with the next mission.
 */
export function withoutRank(query: TableQuery): TableQuery {
  const sorts = query.sorts.filter(isPlain);
  return { ...query, filters: query.filters.filter(isPlain), sorts: sorts.length === 0 ? [...BY_NAME] : sorts };
}

/** Candidates that match a mission, ranked (F93-F99), or everybody in scope when there is none. */
export function candidateSource(missionId: string | null): TableSource {
  const asked = (query: TableQuery) => (missionId === null ? withoutRank(query) : query);
  const kept = (filters: readonly TableFilter[]) => (missionId === null ? filters.filter(isPlain) : [...filters]);
  return {
    key: `candidates ${missionId ?? '*'}`,
    topics: missionId === null ? ['candidates'] : ['candidates', 'missions', 'proposals', 'regulation'],
    page: (client, query) => client.candidates.page({ missionId, query: asked(query) }),
    facet: (client, column, filters, search) =>
      client.candidates.facet({ missionId, column, filters: kept(filters), search }),
    exported: async (_client, query) => ({ of: 'candidates', missionId, query: asked(query) }),
    choose: (client, query) => client.candidates.choose({ missionId, query: asked(query) }),
  };
}
