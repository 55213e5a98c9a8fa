/** What the window of accounts keeps: which part is shown, both tables, the request looked at. Pure; parsed tolerantly. */
import { keptObject, readKept } from '../../data/read-kept.ts';
import type { TableState } from '../../tables/table-state.ts';
import { tableStateOf } from '../../tables/table-state.ts';

export const ACCOUNT_TABS = ['requests', 'import'] as const;
export type AccountTab = (typeof ACCOUNT_TABS)[number];

export interface AccountWindowState {
  readonly tab: AccountTab;
  readonly requests: TableState;
  readonly lines: TableState;
  readonly looked: string | null;
}

export function readAccountWindowState(
  kept: string | null,
  first: Pick<AccountWindowState, 'requests' | 'lines'>,
): AccountWindowState {
  const { tab, requests, lines, looked } = readKept(kept);
  return {
    tab: ACCOUNT_TABS.find((one) => one === tab) ?? 'requests',
    requests: requests === undefined ? first.requests : tableStateOf(keptObject(requests), first.requests),
    lines: lines === undefined ? first.lines : tableStateOf(keptObject(lines), first.lines),
    looked: typeof looked === 'string' ? looked : null,
  };
}
