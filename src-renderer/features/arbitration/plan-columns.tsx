import { PLAN_COLUMNS } from '../../../contract/app/plan-columns.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatDecimal } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_ARBITRATION } from '../../text/fr-arbitration.ts';
import { agencyLabel, departementLabel, mobilisationLabel, priorityLabel, professionLabel } from '../../text/labels.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

type Name = (typeof PLAN_COLUMNS)[number]['name'];
type Cell = string | number | null;
const { columns: words, rowStates, changes } = FR_ARBITRATION;

const STATE_TONES: Readonly<Record<string, Tone>> = {
  chosen: 'success',
  pinned: 'info',
  held: 'neutral',
  empty: 'danger',
};
const stateLabel = (value: Cell) => rowStates[String(value)] ?? String(value);
const changeLabel = (value: Cell) => (value === null ? FR.none : (changes[String(value)] ?? String(value)));
const agency = (value: Cell) => (value === null ? FR.none : agencyLabel(value));

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  rowState: {
    label: words.rowState,
    width: 112,
    words: stateLabel,
    render: (row) => (
      <Pill tone={STATE_TONES[String(row['rowState'])] ?? 'neutral'}>{stateLabel(row['rowState'] ?? null)}</Pill>
    ),
  },
  missionId: { label: words.missionId, shownAtFirst: false },
  agency: { label: words.agency, width: 150, words: agency, shownAtFirst: true },
  departement: { label: words.departement, width: 140, words: departementLabel, shownAtFirst: false },
  establishmentName: {
    label: words.establishmentName,
    width: 220,
    render: (row) => <strong>{row['establishmentName']}</strong>,
  },
  profession: { label: words.profession, width: 170, words: professionLabel },
  priority: {
    label: words.priority,
    width: 112,
    words: priorityLabel,
    render: (row) => (
      <Pill tone={row['priority'] === 'P1' ? 'vital' : 'neutral'}>{priorityLabel(row['priority'] ?? null)}</Pill>
    ),
  },
  startDate: { label: words.startDate, shownAtFirst: false },
  endDate: { label: words.endDate, shownAtFirst: false },
  candidateId: { label: words.candidateId, shownAtFirst: false },
  candidateName: {
    label: words.candidateName,
    width: 170,
    personal: true,
    words: (value) => (value === null ? FR.none : String(value)),
    render: (row: TableRow) =>
      row['candidateName'] === null ? (
        <span className="dk-quiet" title={FR_ARBITRATION.shortfallOf(String(row['shortfall']))}>
          {FR_ARBITRATION.rowStates['empty']}
        </span>
      ) : (
        row['candidateName']
      ),
  },
  candidateNumber: { label: words.candidateNumber, shownAtFirst: false },
  candidateAgency: { label: words.candidateAgency, width: 160, words: agency },
  candidateDepartement: {
    label: words.candidateDepartement,
    width: 150,
    words: (value) => (value === null ? FR.none : departementLabel(value)),
    shownAtFirst: false,
  },
  mobilisation: { label: words.mobilisation, words: mobilisationLabel, shownAtFirst: false },
  distanceKm: {
    label: words.distanceKm,
    width: 92,
    words: (value) => (typeof value === 'number' ? `${formatDecimal(value)} km` : FR.none),
  },
  rankPoints: { label: words.rankPoints, width: 80, shownAtFirst: false },
  solicitations: { label: words.solicitations, width: 104 },
  shortfall: {
    label: words.shortfall,
    width: 300,
    words: (value) => FR_ARBITRATION.shortfallOf(value === null ? null : String(value)),
  },
  change: { label: words.change, width: 110, words: changeLabel },
};

/** What is read first: where, how urgent, who, from how far; or why nobody. */
const FIRST_READ: readonly Name[] = [
  'rowState',
  'priority',
  'establishmentName',
  'profession',
  'candidateName',
  'distanceKm',
  'candidateAgency',
  'agency',
  'shortfall',
  'solicitations',
];
const placeOf = (name: Name) => (FIRST_READ.includes(name) ? FIRST_READ.indexOf(name) : FIRST_READ.length);

/** One row per post: who the plan sends there, from where, how far; or why nobody. */
export const PLAN_VIEWS: readonly ColumnView[] = PLAN_COLUMNS.toSorted(
  (left, right) => placeOf(left.name) - placeOf(right.name),
).map((column) => makeColumn(column, LOOKS[column.name]));
