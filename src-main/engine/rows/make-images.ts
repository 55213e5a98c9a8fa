/** The two images of the workspace: the columns that windows know, and those that only search and joins need. */
import { CANDIDATE_TABLE_COLUMNS } from '../../../contract/app/candidate-columns.ts';
import { MISSION_TABLE_COLUMNS } from '../../../contract/app/mission-columns.ts';
import { ALERT_STATES } from '../../../contract/domain/alert.ts';
import { STATUS_LABELS, VERIFICATIONS } from '../../../contract/domain/candidate-status.ts';
import { MISSION_STATES } from '../../../contract/domain/mission.ts';
import { MOBILISATIONS } from '../../../contract/domain/mobilisation.ts';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import { ColumnarImage } from '../image/columnar-image.ts';

/** Told of each row beside its columns. */
export const MISSION_ROW_NAMES: readonly string[] = [
  ...MISSION_TABLE_COLUMNS.map(({ name }) => name),
  'establishmentId',
];
export const CANDIDATE_ROW_NAMES: readonly string[] = CANDIDATE_TABLE_COLUMNS.map(({ name }) => name);

export function makeMissionImage(): ColumnarImage {
  const hidden = [
    { name: 'establishmentId', type: 'text' },
    { name: 'finess', type: 'text', nullable: true },
  ] as const;
  return new ColumnarImage([...MISSION_TABLE_COLUMNS, ...hidden], {
    searched: ['establishmentName', 'finess', 'city', 'postalCode', 'departement'],
    orders: { priority: PRIORITIES, missionState: MISSION_STATES, alert: ALERT_STATES },
  });
}

export function makeCandidateImage(): ColumnarImage {
  return new ColumnarImage(CANDIDATE_TABLE_COLUMNS, {
    searched: ['lastName', 'firstName', 'identifier', 'number', 'city', 'postalCode', 'departement'],
    orders: { status: STATUS_LABELS, verification: VERIFICATIONS, mobilisation: MOBILISATIONS },
  });
}
