/** Pages, counts and facets of an image, each from one state of it. */
import type { Facet, TableFilter, TableQuery, TableRow } from '../../../contract/app/table-query.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import { countRows } from '../image/count-rows.ts';
import { pageOf } from '../image/page-of.ts';

/** The part of an answer that is about rows. */
export interface PageAnswer {
  readonly total: number;
  readonly outOf: number;
  readonly rows: TableRow[];
}

/** @param names columns that a row tells @param within rows that are in the table at all; absent: all */
export function answerPage(
  image: ColumnarImage,
  names: readonly string[],
  query: TableQuery,
  within?: Uint8Array,
): PageAnswer {
  const mask = maskOf(image, query, within);
  const slots = pageOf(image, mask, query.sorts, query.offset, query.limit);
  return {
    total: countRows(mask),
    outOf: within === undefined ? image.size : countRows(within),
    rows: slots.map((slot) => image.row(slot, names)),
  };
}

/** Every id that a query finds, in its order; its page is not looked at. */
export function answerIds(image: ColumnarImage, query: TableQuery, within?: Uint8Array): string[] {
  const slots = pageOf(image, maskOf(image, query, within), query.sorts, 0, image.size);
  return slots.map((slot) => image.idAt(slot)).filter((id) => id !== null);
}

/** Counts of a column's values under the filters of the other columns. */
export function answerFacet(
  image: ColumnarImage,
  question: { readonly column: string; readonly filters: readonly TableFilter[]; readonly search: string },
  within?: Uint8Array,
): Facet['values'] {
  const filters = question.filters.filter(({ column }) => column !== question.column);
  return image.column(question.column).count(maskOf(image, { filters, search: question.search }, within));
}

export function maskOf(
  image: ColumnarImage,
  { filters, search }: Pick<TableQuery, 'filters' | 'search'>,
  within?: Uint8Array,
): Uint8Array {
  const mask = image.select(filters, search);
  if (within === undefined) return mask;
  for (let slot = 0; slot < mask.length; slot += 1) if (within[slot] !== 1) mask[slot] = 0;
  return mask;
}
