/** What the board can be filtered by: columns of the queue, under the queue's words. */
import type { MissionColumnName } from '../../../contract/app/mission-columns.ts';
import { MISSION_TABLE_COLUMNS } from '../../../contract/app/mission-columns.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import {
  agencyLabel,
  alertLabel,
  departementLabel,
  familyLabel,
  professionLabel,
  specialtyLabel,
} from '../../text/labels.ts';

const LOOKS: Readonly<Partial<Record<MissionColumnName, ColumnLooks>>> = {
  departement: { label: 'Département', words: departementLabel },
  profession: { label: 'Profession', words: professionLabel },
  specialty: { label: 'Spécialité', words: specialtyLabel },
  establishmentName: { label: 'Établissement' },
  establishmentFamily: { label: 'Type', words: familyLabel },
  regulatorName: { label: 'Régulateur' },
  alert: { label: 'Alerte', words: alertLabel },
  daysToStart: { label: 'Début dans (j)' },
  ageDays: { label: 'Âge (j)' },
  remaining: { label: 'Restant' },
  score: { label: 'Score' },
  supplyOwn: { label: 'Offre' },
  deferredUntil: { label: 'Différée au' },
  ehpad: { label: 'EHPAD' },
  intensiveCare: { label: 'Réanimation' },
  weekend: { label: 'Weekend' },
  vehicle: { label: 'Véhicule' },
  agency: { label: 'ARS', words: agencyLabel },
  hasOpenIntent: { label: 'Décision' },
};

const RANK = Object.keys(LOOKS);

export const BOARD_COLUMNS: readonly ColumnView[] = MISSION_TABLE_COLUMNS.flatMap((column) => {
  const looks = LOOKS[column.name];
  return looks === undefined ? [] : [makeColumn(column, looks)];
}).sort((left, right) => RANK.indexOf(left.name) - RANK.indexOf(right.name));
