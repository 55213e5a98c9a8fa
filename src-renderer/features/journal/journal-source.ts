import type { JournalReach } from '../../../contract/app/journal-contract.ts';
import { MOST_LIST_ROWS } from '../../../contract/app/most-list-rows.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { WindowTopic } from '../../data/change-feed.ts';
import type { TableSource } from '../../tables/table-source.ts';

/** What makes the journal worth reading again: its own news, and whatever was decided. */
export const JOURNAL_TOPICS = [
  'journal',
  'missions',
  'proposals',
  'regulation',
  'outbox',
  'sync',
] as const satisfies readonly WindowTopic[];

const MOST_IN_PAGE = 200;

/** The journal as a table asks for it: filtered and sorted over every line that the application holds of the period. */
export function journalSource(reach: JournalReach): TableSource {
  return {
    key: `journal ${JSON.stringify(reach)}`,
    topics: JOURNAL_TOPICS,
    page: (client, query) => client.journal.page({ reach, query }),
    facet: (client, column, filters, search) => client.journal.facet({ reach, column, filters: [...filters], search }),
    async exported(client, query) {
      const rows: TableRow[] = [];
      for (;;) {
        const page = await client.journal.page({
          reach,
          query: { ...query, offset: rows.length, limit: MOST_IN_PAGE },
        });
        rows.push(...page.rows);
        if (page.rows.length < MOST_IN_PAGE || rows.length >= MOST_LIST_ROWS) break;
      }
      return { of: 'list', rows: rows.slice(0, MOST_LIST_ROWS) };
    },
    async choose(client, query) {
      const page = await client.journal.page({ reach, query: { ...query, offset: 0, limit: MOST_IN_PAGE } });
      return { type: 'ids', ids: page.rows.map((row) => String(row['id'])) };
    },
  };
}
