/** The lists of volunteers to follow (UX 6; F76-F79): missions that end, people who come back. */
import type { TableColumn } from './table-column.ts';

/** One row per person: assigned on a mission that ends soon, or back from one. `id` is the person's. */
export const RETURN_TABLE_COLUMNS = [
  /** 'ending' or 'returned'. */
  { name: 'situation', type: 'category' },
  /** Days until the last day of the mission; negative once it is past. */
  { name: 'days', type: 'number' },
  { name: 'endDate', type: 'day' },
  { name: 'lastName', type: 'text' },
  { name: 'firstName', type: 'text' },
  { name: 'profession', type: 'category' },
  { name: 'departement', type: 'category' },
  { name: 'establishmentName', type: 'text' },
  { name: 'ended', type: 'category' },
  { name: 'status', type: 'category' },
  { name: 'availableUntil', type: 'day', nullable: true },
  { name: 'verification', type: 'category' },
  { name: 'hasOpenIntent', type: 'flag' },
  { name: 'hasConflict', type: 'flag' },
] as const satisfies readonly TableColumn[];

/** Days ahead, and days back, that the lists look over. */
export const FOLLOW_UP_DAYS = [3, 7, 14, 30] as const;
