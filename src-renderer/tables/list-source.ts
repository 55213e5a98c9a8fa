import { MOST_LIST_ROWS } from '../../contract/app/most-list-rows.ts';
import type { Topic } from '../../contract/app/sync-state.ts';
import type { TableColumn } from '../../contract/app/table-column.ts';
import type { DeskClient } from '../data/desk-client.ts';
import type { RowList } from './page-of-rows.ts';
import { facetOfRows, found, pageOfRows, sorted } from './page-of-rows.ts';
import type { TableSource } from './table-source.ts';

const MOST_IDS = 1_000;

/**
 * A table over a list that the application answers whole: it is filtered and sorted in the window, and its rows are
 * chosen by name, never by a handle.
 *
 * @param key what tells this list from another, its own parameters included
 */
export function listSource(
  key: string,
  topics: readonly Topic[],
  columns: readonly TableColumn[],
  ask: (client: DeskClient) => Promise<RowList>,
): TableSource {
  return {
    key,
    topics,
    page: async (client, query) => pageOfRows(await ask(client), columns, query),
    facet: async (client, column, filters, search) =>
      facetOfRows(await ask(client), columns, column, { filters: [...filters], search }),
    async exported(client, query) {
      const { rows } = await ask(client);
      return { of: 'list', rows: sorted(found(rows, columns, query), query.sorts).slice(0, MOST_LIST_ROWS) };
    },
    async choose(client, query) {
      const { rows } = await ask(client);
      const ids = sorted(found(rows, columns, query), query.sorts).map((row) => String(row['id']));
      return { type: 'ids', ids: ids.slice(0, MOST_IDS) };
    },
  };
}
