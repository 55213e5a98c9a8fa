import type { TableColumn } from '../../../contract/app/table-column.ts';
import type { IntentState } from '../../decisions/intent-pill.tsx';
import { IntentPill } from '../../decisions/intent-pill.tsx';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { Pill } from '../../ui/pill.tsx';

export const OUTBOX_TABLE_COLUMNS = [
  { name: 'state', type: 'category' },
  { name: 'title', type: 'text' },
  { name: 'subjectLabel', type: 'text' },
  { name: 'subjectKind', type: 'category' },
  { name: 'createdAt', type: 'text' },
  { name: 'message', type: 'text', nullable: true },
  { name: 'author', type: 'text', nullable: true },
  { name: 'settledAt', type: 'text', nullable: true },
  { name: 'nextTryAt', type: 'text', nullable: true },
  { name: 'outOfScope', type: 'flag' },
] as const satisfies readonly TableColumn[];
type Name = (typeof OUTBOX_TABLE_COLUMNS)[number]['name'];

const STATES: Readonly<Record<string, string>> = FR.outboxStates;
const moment = (value: string | number | null) => formatMoment(value === null ? null : String(value));

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  state: {
    label: FR.outbox.state,
    width: 124,
    words: (value) => STATES[String(value)] ?? String(value),
    render: (row) => <IntentPill state={String(row['state']) as IntentState} />,
  },
  title: { label: FR.outbox.decision, width: 210, render: (row) => <strong>{row['title']}</strong> },
  subjectLabel: { label: FR.outbox.subject, width: 280, personal: true },
  subjectKind: {
    label: FR_WINDOWS.outbox.kind,
    width: 120,
    words: (value) => FR_WINDOWS.outbox.kinds[String(value)] ?? String(value),
    shownAtFirst: false,
  },
  createdAt: { label: FR.outbox.at, width: 160, words: moment, exportAs: 'moment' },
  message: { label: FR.outbox.answer, width: 280 },
  author: { label: FR_WINDOWS.outbox.author, width: 160 },
  settledAt: { label: FR_WINDOWS.outbox.settledAt, width: 160, words: moment, exportAs: 'moment' },
  nextTryAt: { label: FR_WINDOWS.outbox.nextTryAt, width: 160, words: moment, exportAs: 'moment' },
  outOfScope: {
    label: FR_WINDOWS.outbox.scope,
    width: 190,
    render: (row) => (Number(row['outOfScope']) === 1 ? <Pill tone="warning">{FR.outbox.outOfScope}</Pill> : ''),
  },
};

/** What was decided, on what, when, and what became of it (D3). */
export const OUTBOX_COLUMNS: readonly ColumnView[] = OUTBOX_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);
