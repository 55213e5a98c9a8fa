import { MOST_LIST_ROWS } from '../../../contract/app/most-list-rows.ts';
import type { TableSource } from '../../tables/table-source.ts';

const PAGE = 200;

/** The rows of a plan, one per post. @param version changes when the plan was computed again */
export function planSource(planId: string, version: string): TableSource {
  return {
    key: `plan ${planId} ${version}`,
    topics: [],
    page: (client, query) => client.arbitration.rows({ planId, query }),
    facet: (client, column, filters, search) =>
      client.arbitration.facet({ planId, column, filters: [...filters], search }),
    async exported(client, query) {
      const rows = [];
      for (let offset = 0; ; offset += PAGE) {
        const page = await client.arbitration.rows({ planId, query: { ...query, offset, limit: PAGE } });
        rows.push(...page.rows);
        if (page.rows.length < PAGE || rows.length >= MOST_LIST_ROWS)
          return { of: 'list', rows: rows.slice(0, MOST_LIST_ROWS) };
      }
    },
    choose: (client, query) => client.arbitration.choose({ planId, query }),
  };
}
