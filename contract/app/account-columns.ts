/** The tables of accounts: requests (UX 5; F23-F48), and the lines of a spreadsheet of annex 2 (F116-F120). */
import type { TableColumn } from './table-column.ts';

/** One row per request for an account. */
export const ACCOUNT_TABLE_COLUMNS = [
  { name: 'state', type: 'category' },
  /** Hours since it was asked, while it waits for a person; null once decided. */
  { name: 'ageHours', type: 'number', nullable: true },
  /** Waits for more than the daily validation (F33). */
  { name: 'late', type: 'flag' },
  { name: 'establishmentName', type: 'text' },
  { name: 'missions', type: 'number' },
  { name: 'posts', type: 'number' },
  /** 'same-email', 'same-establishment', or 'none'. */
  { name: 'link', type: 'category' },
  { name: 'applicant', type: 'text' },
  { name: 'city', type: 'text' },
  { name: 'postalCode', type: 'category' },
  { name: 'agency', type: 'category', nullable: true },
  { name: 'email', type: 'text' },
  { name: 'phone', type: 'text' },
  /** FINESS or GID. */
  { name: 'number', type: 'text', nullable: true },
  { name: 'category', type: 'category' },
  /** Of the activation link: 'valid', 'expired', 'used', or null while there is none. */
  { name: 'activation', type: 'category', nullable: true },
  { name: 'origin', type: 'category' },
  { name: 'submittedAt', type: 'text' },
  { name: 'decidedByName', type: 'category', nullable: true },
  { name: 'decidedAt', type: 'text', nullable: true },
  { name: 'decisionReason', type: 'text', nullable: true },
  { name: 'hasOpenIntent', type: 'flag' },
  { name: 'hasConflict', type: 'flag' },
] as const satisfies readonly TableColumn[];

/** One row per line of the sheet that was read. */
export const IMPORT_TABLE_COLUMNS = [
  { name: 'line', type: 'number' },
  /** 'valid', 'known', 'invalid', then 'sent', 'accepted', 'refused'. */
  { name: 'verdict', type: 'category' },
  { name: 'why', type: 'text', nullable: true },
  { name: 'columns', type: 'text', nullable: true },
  { name: 'name', type: 'text' },
  { name: 'number', type: 'text' },
  { name: 'type', type: 'category' },
  { name: 'agency', type: 'category' },
  { name: 'postalCode', type: 'category' },
  { name: 'city', type: 'text' },
  { name: 'address', type: 'text' },
  { name: 'lastName', type: 'text' },
  { name: 'firstName', type: 'text' },
  { name: 'email', type: 'text' },
  { name: 'phone', type: 'text' },
  { name: 'warnings', type: 'text', nullable: true },
] as const satisfies readonly TableColumn[];
