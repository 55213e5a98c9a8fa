/**
 * A column of a table on screen, as data: the engine builds its image from it, the window its header and filter, the
 * SQL oracle of the tests its WHERE. DOMAIN §2-3 give the columns and their order.
 *
 * - `category`: few distinct values, filtered by choosing among them, counted as a facet;
 * - `number`: filtered by a range; `day`: a civil date, filtered by a range;
 * - `bits`: several kinds at once, a bit each, filtered by choosing among the bits, counted bit by bit;
 * - `flag`: yes or no; `text`: filtered by a piece of it (accents and case folded), sorted in French order.
 */
export interface TableColumn {
  readonly name: string;
  readonly type: 'category' | 'number' | 'day' | 'flag' | 'text' | 'bits';
  readonly nullable?: boolean;
}

type Named<Columns extends readonly TableColumn[]> = Columns[number]['name'];
export type ColumnNameOf<Columns extends readonly TableColumn[]> = Named<Columns>;
