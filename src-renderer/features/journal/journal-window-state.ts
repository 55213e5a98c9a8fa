/** What a journal's window keeps: its table, the period that it reads, and the mission it is narrowed to. Pure. */
import type { JournalReach } from '../../../contract/app/journal-contract.ts';
import { addDays, isCivilDate } from '../../../contract/domain/civil-date.ts';
import { keptObject, readKept } from '../../data/read-kept.ts';
import type { TableState } from '../../tables/table-state.ts';
import { tableStateOf } from '../../tables/table-state.ts';

export const PERIODS = ['today', 'week', 'month', 'all', 'dates'] as const;
export type Period = (typeof PERIODS)[number];

export interface JournalWindowState {
  readonly table: TableState;
  readonly period: Period;
  /** Of the period 'dates'; '' where none was chosen. */
  readonly from: string;
  readonly until: string;
  readonly missionId: string | null;
}

const DAYS: Readonly<Partial<Record<Period, number>>> = { today: 0, week: 6, month: 29 };

/** What the application is asked for, as of today. @example reachOf(state, '2021-03-15').from // '2021-03-09' */
export function reachOf({ period, from, until, missionId }: JournalWindowState, today: string): JournalReach {
  const days = DAYS[period];
  if (days !== undefined) return { from: addDays(today, -days), until: null, missionId };
  if (period === 'all') return { from: null, until: null, missionId };
  return { from: isCivilDate(from) ? from : null, until: isCivilDate(until) ? until : null, missionId };
}

const day = (value: unknown): string => (typeof value === 'string' && isCivilDate(value) ? value : '');

/** @param whole in a review: everything that the snapshot holds is shown at first */
export function readJournalWindowState(kept: string | null, first: TableState, whole: boolean): JournalWindowState {
  const parsed = readKept(kept);
  const { table, period, missionId } = parsed;
  return {
    table: table === undefined ? first : tableStateOf(keptObject(table), first),
    period: PERIODS.find((one) => one === period) ?? (whole ? 'all' : 'week'),
    from: day(parsed['from']),
    until: day(parsed['until']),
    missionId: typeof missionId === 'string' && missionId !== '' ? missionId.slice(0, 64) : null,
  };
}
