/** What the window of volunteers to follow keeps: its list, a period, and the table of each list. Pure. */
import { FOLLOW_UP_DAYS } from '../../../contract/app/follow-up-columns.ts';
import { keptObject, readKept } from '../../data/read-kept.ts';
import type { TableState } from '../../tables/table-state.ts';
import { tableStateOf } from '../../tables/table-state.ts';

export const FOLLOW_UP_LISTS = ['verify', 'blocked', 'expiring', 'returns'] as const;
export type FollowUpList = (typeof FOLLOW_UP_LISTS)[number];
export type FollowUpDays = (typeof FOLLOW_UP_DAYS)[number];
export type FollowUpTables = Readonly<Record<FollowUpList, TableState>>;

export interface FollowUpWindowState extends FollowUpTables {
  readonly list: FollowUpList;
  readonly days: FollowUpDays;
}

const FIRST_DAYS: FollowUpDays = 7;

export function readFollowUpWindowState(kept: string | null, first: FollowUpTables): FollowUpWindowState {
  const parsed = readKept(kept);
  const tableOf = (name: FollowUpList): TableState =>
    parsed[name] === undefined ? first[name] : tableStateOf(keptObject(parsed[name]), first[name]);
  return {
    list: FOLLOW_UP_LISTS.find((one) => one === parsed['list']) ?? 'verify',
    days: FOLLOW_UP_DAYS.find((one) => one === parsed['days']) ?? FIRST_DAYS,
    ...{ verify: tableOf('verify'), blocked: tableOf('blocked') },
    ...{ expiring: tableOf('expiring'), returns: tableOf('returns') },
  };
}
