import type { CandidateColumnName, CandidateRankColumnName } from '../../../contract/app/candidate-columns.ts';
import { CANDIDATE_RANK_COLUMNS, CANDIDATE_TABLE_COLUMNS } from '../../../contract/app/candidate-columns.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { JourneyEnd } from '../../../contract/domain/geography/sea-crossing.ts';
import { isSeaBetween } from '../../../contract/domain/geography/sea-crossing.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatHours } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import {
  agencyLabel,
  departementLabel,
  identifierKindLabel,
  mobilisationLabel,
  poolKindsLabel,
  professionLabel,
  specialtyLabel,
  verificationLabel,
} from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';
import { CandidateStatusPill, VerificationPill } from './candidate-status-pill.tsx';
import { journeyEnd } from './journey-end.ts';
import { RankCell } from './rank-cell.tsx';

const text = (row: TableRow, name: CandidateColumnName) => String(row[name] ?? '');
const hours = (value: string | number | null) => (typeof value === 'number' ? formatHours(value) : FR.none);

const LOOKS: Readonly<Record<CandidateColumnName, ColumnLooks>> = {
  lastName: { label: 'Nom', width: 120, personal: true, render: (row) => <strong>{text(row, 'lastName')}</strong> },
  firstName: { label: 'Prénom', width: 110, personal: true },
  postalCode: { label: 'CP', width: 80 },
  profession: { label: 'Profession', words: professionLabel, width: 192 },
  specialty: { label: 'Spécialité', words: specialtyLabel, width: 128 },
  startDate: { label: 'Date de début', width: 138 },
  endDate: { label: 'Date de fin', width: 122 },
  ehpad: { label: 'EHPAD', width: 96 },
  intensiveCare: { label: 'Réanimation', width: 128 },
  vehicle: { label: 'Véhicule', width: 106 },
  identifierKind: { label: 'Type d’identifiant', words: identifierKindLabel, width: 116, shownAtFirst: false },
  identifier: { label: 'Identifiant', width: 124, personal: true },
  mobilisation: { label: 'Mobilisation', words: mobilisationLabel, width: 130 },
  status: { label: 'Statut', width: 128, render: (row) => <CandidateStatusPill status={text(row, 'status')} /> },
  verification: {
    label: 'Vérification',
    words: verificationLabel,
    width: 124,
    render: (row) => <VerificationPill verification={text(row, 'verification')} />,
  },
  city: { label: 'Ville', width: 130 },
  departement: { label: 'Département', words: departementLabel, width: 160 },
  agency: { label: 'ARS', words: agencyLabel, width: 150, shownAtFirst: false },
  number: { label: 'Numéro', width: 100, personal: true, words: (value) => String(value ?? FR.none) },
  weekdays: { label: 'Semaine', width: 106 },
  weekend: { label: 'Weekend', width: 108 },
  vaccinationHelp: { label: 'Aide à la vaccination', width: 110, shownAtFirst: false },
  vaccinationExperience: { label: 'Expérience vaccination', width: 110, shownAtFirst: false },
  activityKind: { label: 'Activité', width: 110, shownAtFirst: false },
  poolKinds: { label: 'Viviers', exportAs: 'words', words: poolKindsLabel, width: 190, shownAtFirst: false },
  openProposals: { label: 'Propositions', width: 128 },
  engagedHours: { label: 'Engagée depuis', exportLabel: 'Engagée depuis (h)', words: hours, width: 148 },
  identityDocument: { label: 'Pièce d’identité', width: 100, shownAtFirst: false },
  diploma: { label: 'Diplôme', width: 86, shownAtFirst: false },
  hasOpenIntent: {
    label: FR_WINDOWS.candidate.columns.intent,
    width: 108,
    render: (row) => {
      if (Number(row['hasConflict']) === 1) return <Pill tone="danger">{FR.missions.conflict}</Pill>;
      return Number(row['hasOpenIntent']) === 1 ? <Pill tone="info">{FR.missions.pending}</Pill> : '';
    },
  },
  hasConflict: { label: 'En conflit', width: 90, shownAtFirst: false },
};

const STATUS_FIRST: readonly string[] = ['status', 'hasOpenIntent'];
const place = ({ name }: ColumnView) => {
  const at = STATUS_FIRST.indexOf(name);
  return at < 0 ? STATUS_FIRST.length : at;
};

/** Rank, points with their reasons, and distance: for a mission only, the source of free exploration leaves them out. */
export function rankColumns(missionId: string | null, place: JourneyEnd | null = null): readonly ColumnView[] {
  const looks: Readonly<Record<CandidateRankColumnName, ColumnLooks>> = {
    rank: { label: FR_WINDOWS.candidate.columns.rank, width: 92 },
    rankPoints: {
      label: FR_WINDOWS.candidate.columns.rankPoints,
      width: 100,
      render: (row) => (
        <RankCell id={String(row['id'] ?? '')} missionId={missionId} points={Number(row['rankPoints'] ?? 0)} />
      ),
    },
    distanceKm: {
      label: FR_WINDOWS.candidate.columns.distanceKm,
      exportLabel: `${FR_WINDOWS.candidate.columns.distanceKm} (km)`,
      width: 114,
      words: (value) => (typeof value === 'number' ? FR_WINDOWS.candidate.distance(value) : FR.none),
      render: (row) => <DistanceCell row={row} place={place} />,
    },
  };
  return CANDIDATE_RANK_COLUMNS.map((column) => makeColumn(column, looks[column.name]));
}

/** A distance that no road covers says so beside the figure. */
function DistanceCell({ row, place }: { readonly row: TableRow; readonly place: JourneyEnd | null }) {
  const km = row['distanceKm'] ?? null;
  if (typeof km !== 'number') return FR.none;
  const home = journeyEnd(row);
  const isBySea = place !== null && home !== null && isSeaBetween(home, place);
  return (
    <span className="dk-number" title={isBySea ? FR.candidates.overseas : undefined}>
      {FR_WINDOWS.candidate.distance(km)}
      {isBySea && (
        <>
          {' '}
          <Pill tone="warning">{FR_WINDOWS.candidate.bySea}</Pill>
        </>
      )}
    </span>
  );
}

/** Columns of DOMAIN §3 in their order (F110), behind the status and what is being decided. */
export const CANDIDATE_COLUMNS: readonly ColumnView[] = CANDIDATE_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
).sort((left, right) => place(left) - place(right));
