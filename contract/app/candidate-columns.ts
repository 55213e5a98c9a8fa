/** The candidates' table (DOMAIN §3, F110): the confirmed row joined with the open intent; "rank" columns exist for a mission. */
import type { ColumnNameOf, TableColumn } from './table-column.ts';

export const CANDIDATE_TABLE_COLUMNS = [
  { name: 'lastName', type: 'text' },
  { name: 'firstName', type: 'text' },
  { name: 'postalCode', type: 'category' },
  { name: 'profession', type: 'category' },
  { name: 'specialty', type: 'category', nullable: true },
  { name: 'startDate', type: 'day' },
  { name: 'endDate', type: 'day', nullable: true },
  { name: 'ehpad', type: 'flag' },
  { name: 'intensiveCare', type: 'flag' },
  { name: 'vehicle', type: 'flag' },
  { name: 'identifierKind', type: 'category' },
  { name: 'identifier', type: 'text', nullable: true },
  { name: 'mobilisation', type: 'category' },
  /** Derived label: AFFECTÉ > CONTACTÉ > EN COURS > INDISPONIBLE > DISPONIBLE, with the open intent. */
  { name: 'status', type: 'category' },
  { name: 'verification', type: 'category' },
  { name: 'city', type: 'text' },
  { name: 'departement', type: 'category' },
  { name: 'agency', type: 'category', nullable: true },
  { name: 'number', type: 'number' },
  { name: 'weekdays', type: 'flag' },
  { name: 'weekend', type: 'flag' },
  { name: 'vaccinationHelp', type: 'flag' },
  { name: 'vaccinationExperience', type: 'flag' },
  { name: 'activityKind', type: 'category' },
  /** Bit i = POOL_KINDS[i]. */
  { name: 'poolKinds', type: 'bits' },
  { name: 'openProposals', type: 'number' },
  /** Hours since the person is proposed or contacted; null when free. */
  { name: 'engagedHours', type: 'number', nullable: true },
  { name: 'identityDocument', type: 'flag' },
  { name: 'diploma', type: 'flag' },
  { name: 'hasOpenIntent', type: 'flag' },
  { name: 'hasConflict', type: 'flag' },
] as const satisfies readonly TableColumn[];

export type CandidateColumnName = ColumnNameOf<typeof CANDIDATE_TABLE_COLUMNS>;

/** Added when the table is asked for a mission. */
export const CANDIDATE_RANK_COLUMNS = [
  { name: 'rank', type: 'number' },
  { name: 'rankPoints', type: 'number' },
  { name: 'distanceKm', type: 'number', nullable: true },
] as const satisfies readonly TableColumn[];

export type CandidateRankColumnName = ColumnNameOf<typeof CANDIDATE_RANK_COLUMNS>;
