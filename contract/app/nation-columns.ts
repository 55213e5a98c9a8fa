/** The tables of the national desk: alerts to the CCS, openings of pools (UX 4; F107, F108). */
import type { TableColumn } from './table-column.ts';

/** One row per mission that has an alert; `id` is the mission's. */
export const ALERT_TABLE_COLUMNS = [
  { name: 'state', type: 'category' },
  /** Hours since the alert was raised. */
  { name: 'ageHours', type: 'number' },
  /** Whose word is awaited: 'agency', 'ccs', or null once it is settled. */
  { name: 'awaits', type: 'category', nullable: true },
  { name: 'agency', type: 'category', nullable: true },
  { name: 'departement', type: 'category' },
  { name: 'establishmentName', type: 'text' },
  { name: 'profession', type: 'category' },
  { name: 'specialty', type: 'category', nullable: true },
  { name: 'remaining', type: 'number' },
  { name: 'headcount', type: 'number' },
  { name: 'startDate', type: 'day' },
  { name: 'endDate', type: 'day' },
  { name: 'priority', type: 'category' },
  { name: 'message', type: 'text' },
  /** Steps of the ladder that were tried, and the next one; null: all were. */
  { name: 'triedSteps', type: 'number' },
  { name: 'nextStep', type: 'category', nullable: true },
  { name: 'supplyOwn', type: 'number', nullable: true },
  { name: 'supplyOpened', type: 'number', nullable: true },
  { name: 'messages', type: 'number' },
  { name: 'raisedByName', type: 'text' },
  { name: 'takenByName', type: 'category', nullable: true },
  { name: 'raisedAt', type: 'text' },
  { name: 'lastAt', type: 'text' },
  { name: 'hasOpenIntent', type: 'flag' },
  { name: 'hasConflict', type: 'flag' },
] as const satisfies readonly TableColumn[];

/** One row per opening in sight. */
export const OPENING_TABLE_COLUMNS = [
  { name: 'state', type: 'category' },
  { name: 'receiver', type: 'text' },
  { name: 'lenders', type: 'text' },
  /** What the person's region is in it: 'lends', 'receives', or 'nation' for the CCS. */
  { name: 'side', type: 'category' },
  { name: 'used', type: 'number' },
  { name: 'untilDate', type: 'day' },
  /** A word of the person is awaited: 'agree', 'object-possible', 'overrule', or null. */
  { name: 'awaits', type: 'category', nullable: true },
  /** 'none', 'possible' (its 24 h run), 'made', 'overruled'. */
  { name: 'objection', type: 'category' },
  { name: 'professions', type: 'text' },
  { name: 'poolKinds', type: 'number' },
  { name: 'mobilisations', type: 'text' },
  { name: 'assigned', type: 'number' },
  { name: 'ceiling', type: 'number' },
  { name: 'fromDate', type: 'day' },
  { name: 'reason', type: 'text' },
  { name: 'authorName', type: 'category' },
  { name: 'createdAt', type: 'text' },
  { name: 'hasOpenIntent', type: 'flag' },
  { name: 'hasConflict', type: 'flag' },
] as const satisfies readonly TableColumn[];
