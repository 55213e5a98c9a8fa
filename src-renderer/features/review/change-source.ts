import type { TableSource } from '../../tables/table-source.ts';

const MOST_CHOSEN = 200;

/** What changed between two snapshots, read page by page from the engine that compared them. @param figure null: everything */
export function changeSource(comparisonId: string, figure: string | null): TableSource {
  return {
    key: `changes ${comparisonId} ${figure}`,
    topics: [],
    page: (client, query) => client.reviews.changes({ comparisonId, figure, query }),
    facet: (client, column, filters, search) =>
      client.reviews.changeFacet({ comparisonId, figure, column, filters: [...filters], search }),
    exported: async (_, query) => ({ of: 'changes', comparisonId, figure, query }),
    async choose(client, query) {
      const { rows } = await client.reviews.changes({
        comparisonId,
        figure,
        query: { ...query, offset: 0, limit: MOST_CHOSEN },
      });
      return { type: 'ids', ids: rows.map((row) => String(row['id'])) };
    },
  };
}
