import type { TableColumn } from '../../../contract/app/table-column.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { agencyLabel } from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';

export const CRISIS_TABLE_COLUMNS = [
  { name: 'agency', type: 'category' },
  { name: 'profession', type: 'text' },
  { name: 'state', type: 'category' },
  { name: 'missions', type: 'number' },
  { name: 'candidates', type: 'number' },
  { name: 'contactedNow', type: 'number' },
  { name: 'proposedNow', type: 'number' },
  { name: 'at', type: 'text', nullable: true },
  { name: 'byName', type: 'category', nullable: true },
  { name: 'reason', type: 'text', nullable: true },
  { name: 'hasOpenIntent', type: 'flag' },
] as const satisfies readonly TableColumn[];
type Name = (typeof CRISIS_TABLE_COLUMNS)[number]['name'];

const STATES: Readonly<Record<string, string>> = {
  on: FR.crisis.on,
  inherited: FR_WINDOWS.crisis.inherited,
  off: FR.crisis.off,
};

export function CrisisStatePill({ state }: { readonly state: string }) {
  return (
    <Pill tone={state === 'off' ? 'success' : state === 'on' ? 'danger' : 'warning'}>{STATES[state] ?? state}</Pill>
  );
}

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  agency: { label: FR.crisis.agency, words: agencyLabel, width: 170 },
  profession: {
    label: FR.crisis.profession,
    exportAs: 'words',
    width: 230,
    words: (value) => (value === '' ? FR.crisis.all : String(value)),
    render: (row) => (row['profession'] === '' ? <strong>{FR.crisis.all}</strong> : row['profession']),
  },
  state: {
    label: FR.crisis.state,
    width: 224,
    words: (value) => STATES[String(value)] ?? String(value),
    render: (row) => <CrisisStatePill state={String(row['state'])} />,
  },
  missions: { label: 'Missions', width: 106 },
  candidates: { label: 'Professionnels', width: 150 },
  contactedNow: { label: FR.crisis.contacted, width: 124 },
  proposedNow: { label: FR.crisis.proposed, width: 110 },
  at: {
    label: FR.crisis.since,
    width: 160,
    exportAs: 'moment',
    words: (value) => formatMoment(value === null ? null : String(value)),
  },
  byName: { label: FR_WINDOWS.crisis.by, width: 150 },
  reason: { label: FR.decision.reason, width: 260 },
  hasOpenIntent: {
    label: FR_WINDOWS.candidate.columns.intent,
    width: 110,
    render: (row) => (Number(row['hasOpenIntent']) === 1 ? <Pill tone="info">{FR.missions.pending}</Pill> : ''),
  },
};

/** One line per agency and profession, with what each counts now (F101, F102). */
export const CRISIS_COLUMNS: readonly ColumnView[] = CRISIS_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);
