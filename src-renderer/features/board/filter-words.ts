/** A filter in words, short enough for a chip. Pure. */
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import { FR } from '../../text/fr.ts';

const MOST_VALUES = 2;

/** @example filterWords(column, { type: 'flag', column: 'ehpad', value: true }) // 'EHPAD : Oui' */
export function filterWords(column: ColumnView, filter: TableFilter): string {
  return `${column.label} : ${valueWords(column, filter)}`;
}

function valueWords(column: ColumnView, filter: TableFilter): string {
  switch (filter.type) {
    case 'flag':
      return filter.value ? FR.yes : FR.no;
    case 'contains':
      return `« ${filter.text} »`;
    case 'among': {
      const words = filter.values.slice(0, MOST_VALUES).map((value) => column.words(value));
      const rest = filter.values.length - words.length;
      return `${words.join(', ')}${rest > 0 ? ` + ${rest}` : ''}`;
    }
    case 'between':
      if (filter.from === null) return `≤ ${column.words(filter.to)}`;
      return filter.to === null
        ? `≥ ${column.words(filter.from)}`
        : `${column.words(filter.from)} – ${column.words(filter.to)}`;
  }
}
