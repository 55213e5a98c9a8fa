import type { TableFilter, TableQuery, TableSort } from '../../../contract/app/table-query.ts';
import type { TableSource } from '../../tables/table-source.ts';

const BY_NAME: readonly TableSort[] = [
  { column: 'lastName', descending: false },
  { column: 'firstName', descending: false },
];

/**
 * The candidates' table narrowed to what a list follows: its own filters always hold, beside those of the person. One on
 * the same column replaces nothing: both hold.
 */
export function narrowedSource(key: string, held: readonly TableFilter[]): TableSource {
  const asked = (query: TableQuery): TableQuery => ({
    ...query,
    filters: [...held, ...query.filters],
    sorts: query.sorts.length === 0 ? [...BY_NAME] : query.sorts,
  });
  return {
    key,
    topics: ['candidates'],
    page: (client, query) => client.candidates.page({ missionId: null, query: asked(query) }),
    facet: (client, column, filters, search) =>
      client.candidates.facet({ missionId: null, column, filters: [...held, ...filters], search }),
    exported: async (_client, query) => ({ of: 'candidates', missionId: null, query: asked(query) }),
    choose: (client, query) => client.candidates.choose({ missionId: null, query: asked(query) }),
  };
}
