/** The cell's log as a table: what is searched, filtered, copied, exported and printed of it. */
import type { LogEntry } from '../../../contract/app/presence-contract.ts';
import type { TableColumn } from '../../../contract/app/table-column.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatMoment } from '../../text/format.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';

const { log: words } = FR_WORKSPACE;

/** The search reads texts and authors. */
export const LOG_TABLE_COLUMNS = [
  { name: 'at', type: 'day' },
  { name: 'kind', type: 'category' },
  { name: 'author', type: 'text' },
  { name: 'text', type: 'text' },
  { name: 'waiting', type: 'category' },
  { name: 'day', type: 'category' },
] as const satisfies readonly TableColumn[];
type Name = (typeof LOG_TABLE_COLUMNS)[number]['name'];

const KINDS: Readonly<Record<string, string>> = words.kinds;

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  at: {
    label: words.at,
    words: (value) => formatMoment(value === null ? null : String(value)),
    exportAs: 'moment',
  },
  kind: { label: words.kind, words: (value) => KINDS[String(value)] ?? String(value) },
  author: { label: words.author },
  text: { label: words.text },
  waiting: { label: words.sending, words: (value) => (value === 1 ? words.waiting : words.sent) },
  day: { label: words.day, shownAtFirst: false },
};

export const LOG_COLUMNS: readonly ColumnView[] = LOG_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);

export function logRows(entries: readonly LogEntry[]): readonly TableRow[] {
  return entries.map(({ id, at, kind, authorName, text, waiting }) => ({
    ...{ id, at, kind, text },
    author: authorName,
    waiting: waiting ? 1 : 0,
    day: dayOf(at),
  }));
}

/** The civil day of an instant where this workstation stands. @example dayOf('2021-03-15T08:00:00.000Z') // '2021-03-15' */
export function dayOf(instant: string): string {
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
