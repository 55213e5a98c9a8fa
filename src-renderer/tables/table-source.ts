import type { ExportQuestion } from '../../contract/app/export-contract.ts';
import type { Topic } from '../../contract/app/sync-state.ts';
import type { Facet, TableFilter, TablePage, TableQuery } from '../../contract/app/table-query.ts';
import type { DeskClient } from '../data/desk-client.ts';
import type { ChosenSet } from './chosen-set.ts';

export type ExportedTable = ExportQuestion['table'];

/** Where a table's rows come from: the missions, or the candidates of one mission or of none. */
export interface TableSource {
  /** What tells this source from another. */
  readonly key: string;
  readonly topics: readonly Topic[];
  page(client: DeskClient, query: TableQuery): Promise<TablePage>;
  facet(client: DeskClient, column: string, filters: readonly TableFilter[], search: string): Promise<Facet>;
  /** What a file of all that the query finds is made of. */
  exported(client: DeskClient, query: TableQuery): Promise<ExportedTable>;
  choose(client: DeskClient, query: TableQuery): Promise<ChosenSet>;
}
