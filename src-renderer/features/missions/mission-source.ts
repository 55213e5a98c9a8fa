import type { TableSource } from '../../tables/table-source.ts';

/** Every mission in the person's scope. */
export const MISSION_SOURCE: TableSource = {
  key: 'missions',
  topics: ['missions'],
  page: (client, query) => client.missions.page(query),
  facet: (client, column, filters, search) => client.missions.facet({ column, filters: [...filters], search }),
  exported: async (_client, query) => ({ of: 'missions', query }),
  choose: (client, query) => client.missions.choose(query),
};
