import { ACCOUNT_TABLE_COLUMNS } from '../../../contract/app/account-columns.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { AccountRequestState } from '../../../contract/domain/account-request.ts';
import { ACCOUNT_REQUEST_STATE_LABELS } from '../../../contract/domain/account-request.ts';
import {
  establishmentCategoryOf,
  parseEstablishmentCategory,
} from '../../../contract/domain/establishment-category.ts';
import type { Cell, ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatHours, formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';
import { agencyLabel } from '../../text/labels.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

type Name = (typeof ACCOUNT_TABLE_COLUMNS)[number]['name'];
const words = FR_ACCOUNTS.columns;
const TONES: Readonly<Record<AccountRequestState, Tone>> = {
  submitted: 'info',
  duplicate: 'warning',
  validated: 'neutral',
  refused: 'neutral',
  activated: 'success',
};
const LABELS: Readonly<Record<string, string>> = ACCOUNT_REQUEST_STATE_LABELS;
const stateLabel = (state: Cell) => LABELS[String(state)] ?? String(state);
const moment = (value: Cell) => formatMoment(value === null ? null : String(value));
const among = (labels: Readonly<Record<string, string>>) => (value: Cell) =>
  value === null ? FR.none : (labels[String(value)] ?? String(value));

export function categoryLabel(code: Cell): string {
  const known = parseEstablishmentCategory(String(code ?? ''));
  return known.ok ? establishmentCategoryOf(known.value).label : String(code ?? FR.none);
}

export function AccountStatePill({ state }: { readonly state: string }) {
  return <Pill tone={TONES[state as AccountRequestState] ?? 'neutral'}>{stateLabel(state)}</Pill>;
}

/** How long it waits; red and in words once the daily validation was missed (F33). */
function AgeCell({ row }: { readonly row: TableRow }) {
  const hours = row['ageHours'] ?? null;
  if (typeof hours !== 'number') return FR.none;
  if (Number(row['late']) !== 1) return <span className="dk-number">{formatHours(hours)}</span>;
  return (
    <Pill tone="danger">
      {formatHours(hours)} · {words.late.toLocaleLowerCase('fr')}
    </Pill>
  );
}

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  state: {
    label: words.state,
    width: 118,
    words: stateLabel,
    render: (row) => <AccountStatePill state={String(row['state'])} />,
  },
  ageHours: {
    label: words.age,
    exportLabel: `${words.age} (h)`,
    width: 158,
    words: (value) => (typeof value === 'number' ? formatHours(value) : FR.none),
    render: (row) => <AgeCell row={row} />,
  },
  late: { label: words.late, width: 90, shownAtFirst: false },
  establishmentName: {
    label: words.establishment,
    width: 260,
    render: (row) => <strong>{String(row['establishmentName'])}</strong>,
  },
  city: { label: words.city, width: 130 },
  postalCode: { label: words.postalCode, width: 80 },
  agency: { label: words.agency, width: 150, words: agencyLabel },
  applicant: { label: words.applicant, width: 170, personal: true },
  email: { label: words.email, width: 220, personal: true, shownAtFirst: false },
  phone: { label: words.phone, width: 120, personal: true, shownAtFirst: false },
  number: { label: words.number, width: 116 },
  category: { label: words.category, width: 150, words: categoryLabel, shownAtFirst: false },
  missions: { label: words.missions, width: 94 },
  posts: { label: words.posts, width: 84 },
  link: {
    label: words.link,
    width: 150,
    words: among(FR_ACCOUNTS.links),
    render: (row) => {
      const link = String(row['link']);
      if (link === 'none') return FR.none;
      return <Pill tone={link === 'same-email' ? 'warning' : 'info'}>{FR_ACCOUNTS.links[link] ?? link}</Pill>;
    },
  },
  activation: {
    label: words.activation,
    width: 140,
    words: among(FR_ACCOUNTS.activations),
    render: (row) => {
      const value = row['activation'] ?? null;
      if (value === null) return FR.none;
      const label = FR_ACCOUNTS.activations[String(value)] ?? String(value);
      return value === 'expired' ? <Pill tone="warning">{label}</Pill> : label;
    },
  },
  origin: { label: words.origin, width: 104, words: among(FR_ACCOUNTS.origins), shownAtFirst: false },
  submittedAt: { label: words.submittedAt, width: 158, words: moment, exportAs: 'moment' },
  decidedByName: { label: words.decidedBy, width: 150, shownAtFirst: false },
  decidedAt: { label: words.decidedAt, width: 158, words: moment, exportAs: 'moment', shownAtFirst: false },
  decisionReason: { label: words.decisionReason, width: 200, shownAtFirst: false },
  hasOpenIntent: {
    label: words.intent,
    width: 108,
    render: (row) => {
      if (Number(row['hasConflict']) === 1) return <Pill tone="danger">{FR.missions.conflict}</Pill>;
      return Number(row['hasOpenIntent']) === 1 ? <Pill tone="info">{FR.missions.pending}</Pill> : '';
    },
  },
  hasConflict: { label: words.conflict, width: 90, shownAtFirst: false },
};

/** State and age, who asks for whom, how many missions, what to compare it with (F23-F48). */
export const ACCOUNT_COLUMNS: readonly ColumnView[] = ACCOUNT_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);
