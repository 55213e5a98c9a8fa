import './accounts.css';
import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { RightGate } from '../../data/right-gate.tsx';
import { firstState } from '../../tables/first-state.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';
import { ACCOUNT_COLUMNS } from './account-columns.tsx';
import type { AccountWindowState } from './account-window-state.ts';
import { ACCOUNT_TABS, readAccountWindowState } from './account-window-state.ts';
import { IMPORT_COLUMNS } from './import-columns.tsx';
import { ImportView } from './import-view.tsx';
import { RequestList } from './request-list.tsx';

/** What waits for a person, the oldest first: the daily duty (F33). */
const FIRST = {
  requests: {
    ...firstState(ACCOUNT_COLUMNS, [{ column: 'ageHours', descending: true }]),
    filters: [{ type: 'among' as const, column: 'state', values: ['submitted', 'duplicate'] }],
  },
  lines: firstState(IMPORT_COLUMNS, [{ column: 'line', descending: false }]),
};

/** UX 5: requests to validate, duplicates side by side, the spreadsheet of annex 2 (F23-F48, F113, F116-F120). */
export function AccountWindow({ kept }: { readonly kept: string | null }) {
  return (
    <RightGate right="see-missions">
      <Accounts kept={kept} />
    </RightGate>
  );
}

function Accounts({ kept }: { readonly kept: string | null }) {
  const [state, setState] = useRemembered<AccountWindowState>(kept, (text) => readAccountWindowState(text, FIRST));
  const tabs: ReactNode = (
    <SegmentedControl
      aria-label={FR_ACCOUNTS.tabsLabel}
      value={state.tab}
      data={ACCOUNT_TABS.map((value) => ({ value, label: FR_ACCOUNTS.tabs[value] ?? value }))}
      onChange={(value) =>
        setState((before) => ({ ...before, tab: ACCOUNT_TABS.find((one) => one === value) ?? 'requests' }))
      }
    />
  );
  return state.tab === 'import' ? (
    <ImportView state={state} setState={setState} first={FIRST.lines} tabs={tabs} />
  ) : (
    <RequestList state={state} setState={setState} first={FIRST.requests} tabs={tabs} />
  );
}
