/**
 * The mission queue's columns: the confirmed row joined with the open intent (ARCHITECTURE §5). Columns of DOMAIN §2 in
 * their order (F105), then what a regulator needs: département, age, priority, score, supply, last action (UX 1).
 */
import type { ColumnNameOf, TableColumn } from './table-column.ts';

export const MISSION_TABLE_COLUMNS = [
  { name: 'agency', type: 'category', nullable: true },
  { name: 'establishmentName', type: 'text' },
  { name: 'postalCode', type: 'category' },
  { name: 'headcount', type: 'number' },
  { name: 'profession', type: 'category' },
  { name: 'specialty', type: 'category', nullable: true },
  { name: 'startDate', type: 'day' },
  { name: 'endDate', type: 'day' },
  { name: 'ehpad', type: 'flag' },
  { name: 'intensiveCare', type: 'flag' },
  { name: 'vehicle', type: 'flag' },
  { name: 'weekend', type: 'flag' },
  /** State of the alert to the CCS with the open intent; null = none. */
  { name: 'alert', type: 'category', nullable: true },
  { name: 'accepted', type: 'number' },
  { name: 'remaining', type: 'number' },
  /** MissionState of contract/domain, as of today. */
  { name: 'missionState', type: 'category' },
  { name: 'departement', type: 'category' },
  { name: 'city', type: 'text' },
  { name: 'establishmentFamily', type: 'category' },
  { name: 'vaccinationHelp', type: 'flag' },
  { name: 'priority', type: 'category' },
  { name: 'deferredUntil', type: 'day', nullable: true },
  { name: 'regulatorName', type: 'category', nullable: true },
  { name: 'note', type: 'text', nullable: true },
  /** Explainable score of contract/domain/score.ts; 0 where there is no need left. */
  { name: 'score', type: 'number' },
  { name: 'ageDays', type: 'number' },
  { name: 'daysToStart', type: 'number' },
  /** Matching candidates: own pools, then through openings; and those contacted or proposed on this mission now. */
  /** Null while people are being read. */
  { name: 'supplyOwn', type: 'number', nullable: true },
  { name: 'supplyOpened', type: 'number', nullable: true },
  { name: 'contacted', type: 'number' },
  { name: 'proposed', type: 'number' },
  { name: 'createdAt', type: 'text' },
  { name: 'updatedAt', type: 'text' },
  /** 1 when a decision on this mission waits, is being sent, or is in conflict. */
  { name: 'hasOpenIntent', type: 'flag' },
  { name: 'hasConflict', type: 'flag' },
] as const satisfies readonly TableColumn[];

export type MissionColumnName = ColumnNameOf<typeof MISSION_TABLE_COLUMNS>;
