import { OPENING_TABLE_COLUMNS } from '../../../contract/app/nation-columns.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_NATION } from '../../text/fr-nation.ts';
import { poolKindsLabel } from '../../text/labels.ts';
import { CoverBar } from '../../ui/cover-bar.tsx';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

type Name = (typeof OPENING_TABLE_COLUMNS)[number]['name'];
type Cell = string | number | null;
const words = FR_NATION.openings;
const { columns } = words;

const STATE_TONES: Readonly<Record<string, Tone>> = {
  active: 'success',
  'awaiting-agreement': 'warning',
  paused: 'info',
  closed: 'neutral',
};
const sideLabel = (value: Cell) => words.sides[String(value)] ?? String(value);
const objectionLabel = (value: Cell) => words.objections[String(value)] ?? String(value);
const awaitsLabel = (value: Cell) =>
  value === null ? words.awaitsNobody : (words.awaits[String(value)] ?? String(value));
const number = (row: TableRow, name: Name) => Number(row[name] ?? 0);

export function OpeningStatePill({ state }: { readonly state: string }) {
  return <Pill tone={STATE_TONES[state] ?? 'neutral'}>{words.stateOf(state)}</Pill>;
}

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  state: {
    label: columns.state,
    width: 168,
    words: (value) => words.stateOf(String(value)),
    render: (row) => <OpeningStatePill state={String(row['state'] ?? '')} />,
  },
  side: { label: columns.side, width: 118, words: sideLabel },
  receiver: { label: columns.receiver, width: 170, render: (row) => <strong>{row['receiver']}</strong> },
  lenders: { label: columns.lenders, width: 190 },
  poolKinds: { label: columns.poolKinds, width: 200, words: poolKindsLabel, exportAs: 'words' },
  professions: { label: columns.professions, width: 210 },
  mobilisations: { label: columns.mobilisations, width: 120, shownAtFirst: false },
  used: {
    label: columns.used,
    width: 116,
    render: (row) => (
      <CoverBar
        part={number(row, 'used')}
        whole={number(row, 'ceiling')}
        words={words.useWords(number(row, 'used'), number(row, 'assigned'), number(row, 'ceiling'))}
      />
    ),
  },
  assigned: { label: columns.assigned, width: 92 },
  ceiling: { label: columns.ceiling, shownAtFirst: false },
  fromDate: { label: columns.fromDate, shownAtFirst: false },
  untilDate: { label: columns.untilDate },
  objection: {
    label: columns.objection,
    width: 160,
    words: objectionLabel,
    render: (row) =>
      row['objection'] === 'made' ? (
        <Pill tone="danger">{objectionLabel('made')}</Pill>
      ) : (
        <span className="dk-quiet">{objectionLabel(row['objection'] ?? null)}</span>
      ),
  },
  awaits: {
    label: columns.awaits,
    width: 150,
    words: awaitsLabel,
    render: (row) =>
      row['awaits'] === null ? (
        <span className="dk-quiet">{words.awaitsNobody}</span>
      ) : (
        <Pill tone="warning">{awaitsLabel(row['awaits'] ?? null)}</Pill>
      ),
  },
  reason: { label: columns.reason, width: 240 },
  authorName: { label: columns.authorName, width: 150, shownAtFirst: false },
  createdAt: {
    label: columns.createdAt,
    width: 150,
    words: (value) => formatMoment(value === null ? null : String(value)),
    exportAs: 'moment',
    shownAtFirst: false,
  },
  hasOpenIntent: {
    label: columns.intent,
    width: 100,
    render: (row) => (number(row, 'hasOpenIntent') === 1 ? <Pill tone="info">{FR.missions.pending}</Pill> : ''),
  },
  hasConflict: { label: columns.conflict, shownAtFirst: false },
};

/** Who lends what to whom, how much of it is used, who has to speak (F108, D6). */
export const OPENING_COLUMNS: readonly ColumnView[] = OPENING_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);
