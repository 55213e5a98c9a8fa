import type { TableColumn } from '../../../contract/app/table-column.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { PhoneLink } from '../../tables/phone-link.tsx';
import { formatHours, formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { mailStateLabel, proposalOriginLabel, proposalStateLabel } from '../../text/labels.ts';
import { CutInMiddle } from '../../ui/cut-in-middle.tsx';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

export const BLOCKED_TABLE_COLUMNS = [
  { name: 'level', type: 'category' },
  { name: 'hours', type: 'number' },
  { name: 'candidateName', type: 'text' },
  { name: 'state', type: 'category' },
  { name: 'establishmentName', type: 'text' },
  { name: 'establishmentPhone', type: 'text', nullable: true },
  { name: 'since', type: 'text' },
  { name: 'remindedAt', type: 'text', nullable: true },
  { name: 'origin', type: 'category' },
  { name: 'mailState', type: 'category', nullable: true },
  { name: 'hasOpenIntent', type: 'flag' },
] as const satisfies readonly TableColumn[];
type Name = (typeof BLOCKED_TABLE_COLUMNS)[number]['name'];

const LEVEL_TONES: Readonly<Record<string, Tone>> = { blocked: 'danger', reminder: 'warning', waiting: 'neutral' };
const LEVELS: Readonly<Record<string, string>> = FR.blocked.levels;
const levelLabel = (level: string | number | null) => LEVELS[String(level)] ?? String(level);
const moment = (value: string | number | null) => formatMoment(value === null ? null : String(value));
const text = (row: TableRow, name: Name) => String(row[name] ?? '');

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  level: {
    label: FR.blocked.level,
    width: 104,
    words: levelLabel,
    render: (row) => (
      <Pill tone={LEVEL_TONES[text(row, 'level')] ?? 'neutral'}>{levelLabel(row['level'] ?? null)}</Pill>
    ),
  },
  hours: {
    label: FR.blocked.age,
    exportLabel: `${FR.blocked.age} (h)`,
    width: 116,
    words: (value) => (typeof value === 'number' ? formatHours(value) : FR.none),
  },
  candidateName: {
    label: FR.blocked.person,
    personal: true,
    width: 180,
    render: (row) => <strong>{row['candidateName'] ?? FR.missions.outOfReach}</strong>,
  },
  state: { label: FR.blocked.state, width: 118, words: proposalStateLabel },
  establishmentName: {
    label: FR.blocked.establishment,
    width: 240,
    render: (row) => <CutInMiddle text={text(row, 'establishmentName')} />,
  },
  establishmentPhone: {
    label: FR.blocked.phone,
    width: 130,
    render: (row) => (
      <PhoneLink
        phone={row['establishmentPhone'] === null ? null : text(row, 'establishmentPhone')}
        name={text(row, 'establishmentName')}
      />
    ),
  },
  since: { label: FR_WINDOWS.blocked.since, width: 160, words: moment, exportAs: 'moment' },
  remindedAt: { label: FR.blocked.reminded, width: 160, words: moment, exportAs: 'moment' },
  origin: { label: FR_WINDOWS.blocked.origin, width: 110, words: proposalOriginLabel },
  mailState: {
    label: FR_WINDOWS.blocked.mail,
    width: 150,
    words: (value) => (value === null ? FR_WINDOWS.blocked.noMail : mailStateLabel(value)),
    render: (row) =>
      row['mailState'] === 'bounced' ? (
        <Pill tone="danger">{mailStateLabel('bounced')}</Pill>
      ) : (
        <span className="dk-quiet">
          {row['mailState'] === null ? FR_WINDOWS.blocked.noMail : mailStateLabel(row['mailState'] ?? null)}
        </span>
      ),
  },
  hasOpenIntent: {
    label: FR_WINDOWS.candidate.columns.intent,
    width: 110,
    render: (row) => (Number(row['hasOpenIntent']) === 1 ? <Pill tone="info">{FR.missions.pending}</Pill> : ''),
  },
};

/** How long, who, where, whom to call; oldest first (D1, F86). */
export const BLOCKED_COLUMNS: readonly ColumnView[] = BLOCKED_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);
