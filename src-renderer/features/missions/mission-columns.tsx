import type { MissionColumnName } from '../../../contract/app/mission-columns.ts';
import { MISSION_TABLE_COLUMNS } from '../../../contract/app/mission-columns.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { PresentMark } from '../../data/present-mark.tsx';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatMoment, formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import {
  agencyLabel,
  alertLabel,
  departementLabel,
  familyLabel,
  missionStateLabel,
  priorityLabel,
  professionLabel,
  specialtyLabel,
} from '../../text/labels.ts';
import { CoverBar } from '../../ui/cover-bar.tsx';
import { CutInMiddle } from '../../ui/cut-in-middle.tsx';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';
import { ScoreCell } from './score-cell.tsx';

const PRIORITY_TONES: Readonly<Record<string, Tone>> = { P1: 'vital', P2: 'danger', P3: 'warning', P4: 'neutral' };
const STATE_TONES: Readonly<Record<string, Tone>> = { open: 'info', filled: 'success', closed: 'neutral' };
const ALERT_SHOWS = ['raised', 'taken', 'answered'];

const text = (row: TableRow, name: MissionColumnName | 'id') => String(row[name] ?? '');
const number = (row: TableRow, name: MissionColumnName) => Number(row[name] ?? 0);
const known = (row: TableRow, name: MissionColumnName) => (row[name] == null ? null : number(row, name));
const moment = (value: string | number | null) => formatMoment(value === null ? null : String(value));

const LOOKS: Readonly<Record<MissionColumnName, ColumnLooks>> = {
  agency: { label: 'ARS', words: agencyLabel, width: 140, shownAtFirst: false },
  establishmentName: {
    label: 'Établissement',
    width: 250,
    render: (row) => <CutInMiddle text={text(row, 'establishmentName')} />,
  },
  postalCode: { label: 'CP', width: 74 },
  headcount: { label: 'Nombre', width: 96 },
  profession: { label: 'Profession', words: professionLabel, width: 192 },
  specialty: { label: 'Spécialité', words: specialtyLabel, width: 118 },
  startDate: { label: 'Date de début', width: 132 },
  endDate: { label: 'Date de fin', width: 116 },
  ehpad: { label: 'EHPAD', width: 86 },
  intensiveCare: { label: 'Réanimation', width: 122 },
  vehicle: { label: 'Véhicule', width: 98 },
  weekend: { label: 'Weekend', width: 102 },
  alert: {
    label: 'Alerte',
    words: alertLabel,
    width: 128,
    render: (row) => {
      const state = row['alert'] ?? null;
      if (state === null) return FR.none;
      const shows = ALERT_SHOWS.includes(String(state));
      return (
        <Pill tone={shows ? 'warning' : 'neutral'}>{shows ? `CCS · ${alertLabel(state)}` : alertLabel(state)}</Pill>
      );
    },
  },
  accepted: {
    label: 'Pourvue',
    width: 104,
    render: (row) => (
      <CoverBar
        part={number(row, 'accepted')}
        whole={number(row, 'headcount')}
        words={`POURVUE ${number(row, 'accepted')}/${number(row, 'headcount')}`}
      />
    ),
  },
  remaining: { label: 'Restant', width: 92 },
  missionState: {
    label: 'État',
    words: missionStateLabel,
    width: 98,
    render: (row) => (
      <Pill tone={STATE_TONES[text(row, 'missionState')] ?? 'neutral'}>
        {missionStateLabel(text(row, 'missionState'))}
      </Pill>
    ),
  },
  departement: { label: 'Département', words: departementLabel, width: 176 },
  city: { label: 'Ville', width: 120, shownAtFirst: false },
  establishmentFamily: { label: 'Type', words: familyLabel, width: 120, shownAtFirst: false },
  vaccinationHelp: { label: 'Vaccination', width: 96, shownAtFirst: false },
  priority: {
    label: 'Priorité',
    words: priorityLabel,
    width: 166,
    render: (row) => {
      const priority = text(row, 'priority');
      const tone = PRIORITY_TONES[priority];
      return (
        <>
          {tone === undefined ? (
            <span className="dk-quiet">{priorityLabel(priority)}</span>
          ) : (
            <Pill tone={tone}>{priorityLabel(priority)}</Pill>
          )}
          <PresentMark missionId={text(row, 'id')} />
        </>
      );
    },
  },
  deferredUntil: { label: 'Différée au', width: 122 },
  regulatorName: { label: 'Régulateur', width: 130 },
  note: { label: 'Note', width: 150 },
  score: {
    label: 'Score',
    width: 108,
    render: (row) => <ScoreCell id={text(row, 'id')} points={number(row, 'score')} />,
  },
  ageDays: { label: 'Âge (j)', width: 92 },
  daysToStart: { label: 'Début dans (j)', width: 134 },
  supplyOwn: {
    label: 'Offre',
    width: 110,
    render: (row) => {
      const [own, opened] = [known(row, 'supplyOwn'), known(row, 'supplyOpened')];
      const words = FR.missions.supply(own, opened, number(row, 'contacted'));
      return (
        <span className="dk-number" title={words}>
          <span aria-hidden="true">
            {own === null || opened === null ? '…' : `${formatNumber(own)} + ${formatNumber(opened)}`}
          </span>
          <span className="dk-visually-hidden">{words}</span>
        </span>
      );
    },
  },
  supplyOpened: { label: 'Offre par ouverture', width: 90, shownAtFirst: false },
  contacted: { label: 'En contact', width: 112 },
  proposed: { label: 'Proposés', width: 104 },
  createdAt: { label: 'Déposée le', width: 150, words: moment, exportAs: 'moment', shownAtFirst: false },
  updatedAt: { label: 'Dernière action', width: 150, words: moment, exportAs: 'moment' },
  hasOpenIntent: {
    label: 'Décision',
    width: 112,
    render: (row) => {
      if (number(row, 'hasConflict') === 1) return <Pill tone="danger">{FR.missions.conflict}</Pill>;
      return number(row, 'hasOpenIntent') === 1 ? <Pill tone="info">{FR.missions.pending}</Pill> : '';
    },
  },
  hasConflict: { label: 'En conflit', width: 90, shownAtFirst: false },
};

/** Priority, state and pending decision lead; then the columns of DOMAIN §2 in their order (F105), then the rest. */
const FIRST: readonly MissionColumnName[] = ['priority', 'score', 'hasOpenIntent', 'agency', 'establishmentName'];

const rank = ({ name }: ColumnView) => {
  const at = FIRST.indexOf(name as MissionColumnName);
  return at < 0 ? FIRST.length : at;
};

export const MISSION_COLUMNS: readonly ColumnView[] = MISSION_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
).sort((left, right) => rank(left) - rank(right));
