import { ALERT_TABLE_COLUMNS } from '../../../contract/app/nation-columns.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatHours, formatMoment, formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_NATION } from '../../text/fr-nation.ts';
import {
  agencyLabel,
  alertLabel,
  departementLabel,
  priorityLabel,
  professionLabel,
  specialtyLabel,
} from '../../text/labels.ts';
import { CoverBar } from '../../ui/cover-bar.tsx';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

type Name = (typeof ALERT_TABLE_COLUMNS)[number]['name'];
const { columns: words, awaits: awaited } = FR_NATION.alerts;

const STATE_TONES: Readonly<Record<string, Tone>> = {
  raised: 'danger',
  taken: 'warning',
  answered: 'success',
  declined: 'neutral',
  lifted: 'neutral',
};
/** Older than this without being taken: in red (the desk promises an answer in the day). */
const LATE_HOURS = 24;

const number = (row: TableRow, name: Name) => Number(row[name] ?? 0);
const moment = (value: string | number | null) => formatMoment(value === null ? null : String(value));
const awaitedLabel = (value: string | number | null) =>
  value === 'ccs' ? awaited.ccs : value === 'agency' ? awaited.agency : awaited.nobody;

export function AlertStatePill({ state }: { readonly state: string }) {
  return <Pill tone={STATE_TONES[state] ?? 'neutral'}>{alertLabel(state)}</Pill>;
}

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  state: {
    label: words.state,
    width: 104,
    words: alertLabel,
    render: (row) => <AlertStatePill state={String(row['state'] ?? '')} />,
  },
  agency: { label: 'ARS', width: 150, words: agencyLabel },
  departement: { label: words.departement, width: 140, words: departementLabel, shownAtFirst: false },
  establishmentName: {
    label: words.establishment,
    width: 220,
    render: (row) => <strong>{row['establishmentName']}</strong>,
  },
  profession: { label: words.profession, width: 170, words: professionLabel },
  specialty: { label: words.specialty, width: 140, words: specialtyLabel, shownAtFirst: false },
  remaining: {
    label: words.remaining,
    width: 92,
    render: (row) => {
      const [headcount, remaining] = [number(row, 'headcount'), number(row, 'remaining')];
      return (
        <CoverBar
          part={headcount - remaining}
          whole={headcount}
          words={FR_NATION.alerts.toFill(formatNumber(remaining), formatNumber(headcount))}
        />
      );
    },
  },
  headcount: { label: words.headcount, shownAtFirst: false },
  startDate: { label: words.startDate },
  endDate: { label: words.endDate, shownAtFirst: false },
  priority: {
    label: words.priority,
    width: 110,
    words: priorityLabel,
    render: (row) => (
      <Pill tone={row['priority'] === 'P1' ? 'vital' : 'neutral'}>{priorityLabel(row['priority'] ?? null)}</Pill>
    ),
  },
  ageHours: {
    label: words.age,
    exportLabel: `${words.age} (h)`,
    width: 84,
    words: (value) => (typeof value === 'number' ? formatHours(value) : FR.none),
    render: (row) =>
      number(row, 'ageHours') >= LATE_HOURS && row['state'] === 'raised' ? (
        <Pill tone="danger">{formatHours(number(row, 'ageHours'))}</Pill>
      ) : (
        formatHours(number(row, 'ageHours'))
      ),
  },
  message: { label: words.message, width: 280 },
  triedSteps: { label: words.triedSteps, width: 80 },
  nextStep: {
    label: words.nextStep,
    width: 210,
    words: (value) => (value === null ? words.nothingLeft : String(value)),
  },
  supplyOwn: { label: words.supplyOwn, width: 84 },
  supplyOpened: { label: words.supplyOpened, width: 84, shownAtFirst: false },
  awaits: {
    label: words.awaits,
    width: 100,
    words: awaitedLabel,
    render: (row) =>
      row['awaits'] === null ? (
        <span className="dk-quiet">{awaited.nobody}</span>
      ) : (
        <Pill tone="info">{awaitedLabel(row['awaits'] ?? null)}</Pill>
      ),
  },
  messages: { label: words.messages, width: 84, shownAtFirst: false },
  raisedByName: { label: words.raisedBy, width: 150, shownAtFirst: false },
  takenByName: { label: words.takenBy, width: 150 },
  raisedAt: { label: words.raisedAt, width: 150, words: moment, exportAs: 'moment', shownAtFirst: false },
  lastAt: { label: words.lastAt, width: 150, words: moment, exportAs: 'moment', shownAtFirst: false },
  hasOpenIntent: {
    label: words.intent,
    width: 100,
    render: (row) => (number(row, 'hasOpenIntent') === 1 ? <Pill tone="info">{FR.missions.pending}</Pill> : ''),
  },
  hasConflict: { label: words.conflict, shownAtFirst: false },
};

/** The inbox: whose, where, what is needed, since when, what was tried (F107). */
export const ALERT_COLUMNS: readonly ColumnView[] = ALERT_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);
