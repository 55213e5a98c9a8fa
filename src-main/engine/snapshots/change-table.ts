/** The changes between two snapshots as a table like any other: filtered, sorted, counted and paged whatever their number. */
import type { ChangeStateOf } from '../../../contract/app/change-columns.ts';
import { CHANGE_TABLE_COLUMNS, stateCell } from '../../../contract/app/change-columns.ts';
import type { Facet, TableFilter, TablePage, TableQuery, TableRow } from '../../../contract/app/table-query.ts';
import type { ChangeFigure } from '../../../contract/domain/snapshot-figure.ts';
import { CHANGE_FIGURE_NAMES } from '../../../contract/domain/snapshot-figure.ts';
import type { ChangeLine } from '../../snapshots/compare/change-line.ts';
import type { ExportRows } from '../export/export-table.ts';
import type { Cells } from '../image/columnar-image.ts';
import { ColumnarImage } from '../image/columnar-image.ts';
import { answerFacet, answerIds, answerPage } from '../queries/table-answers.ts';
import type { Turns } from '../tables/turns.ts';
import { inSlices } from '../tables/turns.ts';

const NAMES: readonly string[] = CHANGE_TABLE_COLUMNS.map(({ name }) => name);

export interface ChangeTable {
  /** @param figure null: all of them */
  page(figure: string | null, query: TableQuery): TablePage;
  facet(
    figure: string | null,
    question: { readonly column: string; readonly filters: readonly TableFilter[]; readonly search: string },
  ): Facet;
  /** Every row that the question finds, none left out. */
  rows(figure: string | null, query: TableQuery): ExportRows;
}

function stateOf(figure: ChangeFigure): ChangeStateOf {
  if (figure === 'priority-moved') return 'priority';
  if (figure.startsWith('person-')) return 'person';
  if (figure.startsWith('opening-')) return 'opening';
  return figure.startsWith('alert-') ? 'alert' : 'cover';
}

function cellsOf({ figure, before, after, ...rest }: ChangeLine): Cells {
  const of = stateOf(figure);
  return { ...rest, figure, before: stateCell(of, before), after: stateCell(of, after) };
}

export async function createChangeTable(turns: Turns, lines: readonly ChangeLine[]): Promise<ChangeTable> {
  const image = new ColumnarImage(CHANGE_TABLE_COLUMNS, {
    searched: ['subject', 'by'],
    orders: { figure: CHANGE_FIGURE_NAMES },
  });
  await inSlices(
    turns,
    lines,
    () => false,
    (line) => void image.put(`${line.figure} ${line.id}`, cellsOf(line)),
  );
  const within = (figure: string | null): Uint8Array | undefined =>
    figure === null ? undefined : image.select([{ type: 'among', column: 'figure', values: [figure] }]);
  const rowOf = (id: string | undefined): TableRow | null => {
    const slot = id === undefined ? undefined : image.slotOf(id);
    return slot === undefined ? null : image.row(slot, NAMES);
  };
  return {
    page: (figure, query) => ({ revision: 0, complete: true, ...answerPage(image, NAMES, query, within(figure)) }),
    facet: (figure, question) => ({ revision: 0, values: answerFacet(image, question, within(figure)) }),
    rows(figure, query) {
      const ids = answerIds(image, query, within(figure));
      return { count: ids.length, row: (index) => rowOf(ids[index]) };
    },
  };
}
