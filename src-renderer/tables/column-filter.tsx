import type { TableFilter } from '../../contract/app/table-query.ts';
import type { ColumnView } from './column-view.ts';
import type { AskFacet } from './facet-filter.tsx';
import { FacetFilter } from './facet-filter.tsx';
import { RangeFilter } from './range-filter.tsx';
import { TextFilter } from './text-filter.tsx';

interface ColumnFilterProps {
  readonly column: ColumnView;
  readonly filter: TableFilter | null;
  readonly askFacet: AskFacet;
  onChange(filter: TableFilter | null): void;
}

/** The filter that suits the column's type. */
export function ColumnFilter({ column, filter, askFacet, onChange }: ColumnFilterProps) {
  switch (column.type) {
    case 'category':
    case 'bits':
    case 'flag':
      return <FacetFilter column={column} filter={filter} ask={askFacet} onChange={onChange} />;
    case 'number':
    case 'day':
      return <RangeFilter column={column} filter={filter} onChange={onChange} />;
    case 'text':
      return <TextFilter column={column} filter={filter} onChange={onChange} />;
  }
}
