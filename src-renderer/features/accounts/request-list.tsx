import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import { ACCOUNT_TABLE_COLUMNS } from '../../../contract/app/account-columns.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { useLive } from '../../data/use-live.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { ActBar } from '../../decisions/act-bar.tsx';
import { useDecisions } from '../../decisions/decision-context.ts';
import { ReadOnlyMark } from '../../decisions/read-only-mark.tsx';
import { countOf } from '../../tables/chosen.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { listSource } from '../../tables/list-source.ts';
import type { TableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import { accountActs } from './account-acts.ts';
import { ACCOUNT_COLUMNS } from './account-columns.tsx';
import { AccountPanel } from './account-panel.tsx';
import type { AccountWindowState } from './account-window-state.ts';

const GROUPS = ['state', 'link', 'agency', 'origin'];
const TOPICS = ['regulation', 'missions', 'outbox'] as const;
const SOURCE = listSource('accounts', TOPICS, ACCOUNT_TABLE_COLUMNS, (client) => client.accounts.list());
const nameOf = (row: TableRow) => `${row['establishmentName']}, ${row['applicant']}`;

interface RequestListProps {
  readonly state: AccountWindowState;
  setState(next: (before: AccountWindowState) => AccountWindowState): void;
  readonly first: TableState;
  readonly tabs: ReactNode;
}

/** Requests for accounts: the late ones said first, decided singly or in bulk by the same preview. */
export function RequestList({ state, setState, first, tabs }: RequestListProps) {
  const person = useSyncState().value?.person ?? null;
  const { readOnly } = useDecisions();
  const change = useCallback(
    (next: (before: TableState) => TableState) =>
      setState((before) => ({ ...before, requests: next(before.requests) })),
    [setState],
  );
  const table = useDeskTable(SOURCE, ACCOUNT_COLUMNS, state.requests, change);
  const whole = useLive('accounts whole', (client) => client.accounts.list(), TOPICS);
  const late = whole.value?.rows.filter((row) => Number(row['late']) === 1).length ?? 0;
  const { rows, chosen } = table;
  const isHere = state.looked !== null && rows.some((row) => row['id'] === state.looked);
  const firstId = rows[0]?.['id'];
  const looked = isHere ? state.looked : firstId === undefined ? null : String(firstId);
  const look = useCallback((id: string) => setState((before) => ({ ...before, looked: id })), [setState]);
  const acts = useMemo(() => {
    const shown = rows.filter((row) =>
      chosen.ids.size === 0 ? row['id'] === looked : chosen.ids.has(String(row['id'])),
    );
    return accountActs(person, shown);
  }, [rows, chosen, looked, person]);
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="accounts" first={first} title={FR_ACCOUNTS.title} groups={GROUPS}>
          {tabs}
        </TableToolbar>
        {late > 0 && (
          <div className="dk-banner" data-tone="danger" role="status">
            {FR_ACCOUNTS.late(late)}
          </div>
        )}
        {acts.length > 0 ? (
          <ActBar table={table} looked={looked} about={FR_ACCOUNTS.chosen(countOf(chosen))} acts={acts} />
        ) : (
          readOnly !== null && (
            <div className="dk-bar">
              <ReadOnlyMark why={readOnly} />
            </div>
          )
        )}
        <DeskTable
          table={table}
          label={FR_ACCOUNTS.label}
          nameOf={nameOf}
          looked={looked}
          onLook={look}
          onOpen={look}
          choosable={acts.length > 0}
          empty={() => <StatePanel title={FR_ACCOUNTS.none}>{FR_ACCOUNTS.noneAdvice}</StatePanel>}
        />
      </div>
      <AccountPanel id={looked} onShow={look} />
    </>
  );
}
