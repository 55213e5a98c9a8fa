import { CANDIDATE_TABLE_COLUMNS } from '../../../contract/app/candidate-columns.ts';
import { RETURN_TABLE_COLUMNS } from '../../../contract/app/follow-up-columns.ts';
import type { TableColumn } from '../../../contract/app/table-column.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { Cell, ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { FR } from '../../text/fr.ts';
import { FR_FOLLOW_UP } from '../../text/fr-follow-up.ts';
import {
  agencyLabel,
  departementLabel,
  identifierKindLabel,
  mobilisationLabel,
  professionLabel,
  specialtyLabel,
  verificationLabel,
} from '../../text/labels.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';
import type { IdentifierCheck } from './identifier-check.ts';
import { identifierCheck } from './identifier-check.ts';

const words = FR_FOLLOW_UP.columns;
const CHECK_TONES: Readonly<Record<IdentifierCheck, Tone>> = {
  sound: 'success',
  shape: 'success',
  doubtful: 'warning',
  wrong: 'danger',
  none: 'neutral',
};
const STATUS_TONES: Readonly<Record<string, Tone>> = { DISPONIBLE: 'success', INDISPONIBLE: 'neutral' };

/** The number with what it is worth: in words, the colour only helps. */
function IdentifierCell({ row }: { readonly row: TableRow }) {
  const identifier = row['identifier'] ?? null;
  const check = identifierCheck(String(row['identifierKind'] ?? ''), identifier === null ? null : String(identifier));
  return (
    <span className="dk-number">
      {identifier === null || check === 'none'
        ? ''
        : `${identifierKindLabel(row['identifierKind'] ?? null)} ${identifier} `}
      <Pill tone={CHECK_TONES[check]}>{FR_FOLLOW_UP.checks[check] ?? check}</Pill>
    </span>
  );
}

const piece = (name: string, present: string, missing: string) => (row: TableRow) =>
  Number(row[name]) === 1 ? <Pill tone="success">{present}</Pill> : <Pill tone="warning">{missing}</Pill>;

function IntentCell({ row }: { readonly row: TableRow }) {
  if (Number(row['hasConflict']) === 1) return <Pill tone="danger">{FR.missions.conflict}</Pill>;
  return Number(row['hasOpenIntent']) === 1 ? <Pill tone="info">{FR.missions.pending}</Pill> : '';
}

const LOOKS: Readonly<Record<string, ColumnLooks>> = {
  lastName: {
    label: words.lastName,
    width: 120,
    personal: true,
    render: (row) => <strong>{String(row['lastName'] ?? '')}</strong>,
  },
  firstName: { label: words.firstName, width: 110, personal: true },
  profession: { label: words.profession, width: 160, words: professionLabel },
  specialty: { label: words.specialty, width: 130, words: specialtyLabel },
  departement: { label: words.departement, width: 150, words: departementLabel },
  number: { label: words.number, width: 92, personal: true, words: (value) => String(value ?? FR.none) },
  identifierKind: {
    label: words.identifierKind,
    width: 116,
    words: identifierKindLabel,
    shownAtFirst: false,
  },
  identifier: {
    label: words.identifier,
    width: 300,
    personal: true,
    render: (row) => <IdentifierCell row={row} />,
  },
  identityDocument: {
    label: words.identityDocument,
    width: 134,
    render: piece('identityDocument', FR_FOLLOW_UP.present, FR_FOLLOW_UP.missing),
  },
  diploma: {
    label: words.diploma,
    width: 100,
    render: piece('diploma', FR_FOLLOW_UP.diplomaPresent, FR_FOLLOW_UP.diplomaMissing),
  },
  status: {
    label: words.status,
    width: 128,
    render: (row) => <Pill tone={STATUS_TONES[String(row['status'])] ?? 'info'}>{String(row['status'] ?? '')}</Pill>,
  },
  verification: { label: words.verification, width: 124, words: verificationLabel },
  startDate: { label: words.startDate, width: 132 },
  endDate: { label: words.endDate, width: 164 },
  agency: { label: words.agency, width: 150, words: agencyLabel, shownAtFirst: false },
  mobilisation: { label: words.mobilisation, width: 126, words: mobilisationLabel },
  city: { label: words.city, width: 130 },
  hasOpenIntent: { label: words.intent, width: 108, render: (row) => <IntentCell row={row} /> },
  hasConflict: { label: words.conflict, width: 90, shownAtFirst: false },
};

function columnsOf(names: readonly string[], hidden: readonly string[] = []): readonly ColumnView[] {
  return names.flatMap((name) => {
    const column: TableColumn | undefined = CANDIDATE_TABLE_COLUMNS.find((one) => one.name === name);
    const looks = LOOKS[name];
    if (column === undefined || looks === undefined) return [];
    return [makeColumn(column, hidden.includes(name) ? { ...looks, shownAtFirst: false } : looks)];
  });
}

/** Who, what to check: the number and its key, the two pieces (F68, F76, F77). */
export const VERIFY_COLUMNS = columnsOf([
  ...['lastName', 'firstName', 'profession', 'identifierKind', 'identifier', 'identityDocument', 'diploma'],
  ...['hasOpenIntent', 'status', 'departement', 'specialty', 'number', 'startDate', 'endDate', 'agency', 'hasConflict'],
]);

/** Who is free until when. */
export const EXPIRING_COLUMNS = columnsOf(
  [
    ...['endDate', 'lastName', 'firstName', 'profession', 'departement', 'status', 'hasOpenIntent', 'mobilisation'],
    ...['specialty', 'city', 'startDate', 'verification', 'number', 'agency', 'hasConflict'],
  ],
  ['startDate'],
);

const among = (labels: Readonly<Record<string, string>>) => (value: Cell) => labels[String(value)] ?? String(value);
const RETURN_LOOKS: Readonly<Record<string, ColumnLooks>> = {
  ...LOOKS,
  situation: {
    label: words.situation,
    width: 150,
    words: among(FR_FOLLOW_UP.situations),
    render: (row) => (
      <Pill tone={row['situation'] === 'returned' ? 'info' : 'neutral'}>
        {FR_FOLLOW_UP.situations[String(row['situation'])] ?? ''}
      </Pill>
    ),
  },
  days: {
    label: words.days,
    exportLabel: `${words.days} (j)`,
    width: 118,
    words: (value) => (typeof value === 'number' ? FR_FOLLOW_UP.daysAway(value) : FR.none),
  },
  endDate: { label: words.missionEnd, width: 124 },
  establishmentName: { label: words.establishment, width: 250 },
  ended: { label: words.ended, width: 116, words: among(FR_FOLLOW_UP.ended) },
  availableUntil: { label: words.endDate, width: 164 },
};

export const RETURN_COLUMNS: readonly ColumnView[] = RETURN_TABLE_COLUMNS.map((column) =>
  makeColumn(column, RETURN_LOOKS[column.name] ?? { label: column.name }),
);
