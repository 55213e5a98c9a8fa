import type { ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { useDesk } from '../../data/desk-context.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useLive } from '../../data/use-live.ts';
import { useSelection } from '../../data/use-selection.ts';
import { NOTHING_CHOSEN } from '../../tables/chosen.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import { listSource } from '../../tables/list-source.ts';
import type { TableState } from '../../tables/table-state.ts';
import { readTableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import { BlockedBulkBar } from './blocked-bulk-bar.tsx';
import { BLOCKED_COLUMNS, BLOCKED_TABLE_COLUMNS } from './blocked-columns.tsx';
import { blockedRows, countLevel, holders } from './blocked-rows.ts';
import { HolderList } from './holder-list.tsx';

export const FIRST_BLOCKED = firstState(BLOCKED_COLUMNS, [{ column: 'hours', descending: true }]);
const GROUPS = ['establishmentName', 'level', 'state'];

const nameOf = (row: TableRow) => `${row['candidateName'] ?? FR.missions.outOfReach}, ${row['establishmentName']}`;

/** UX 6, D1: people contacted or proposed too long, oldest first; remind, release with a reason, one or all of them. */
export function BlockedWindow({ kept }: { readonly kept: string | null }) {
  return (
    <RightGate right="see-candidates">
      <Waiting kept={kept} />
    </RightGate>
  );
}

function Waiting({ kept }: { readonly kept: string | null }) {
  const [state, setState] = useRemembered(kept, (text) => readTableState(text, FIRST_BLOCKED));
  return <BlockedList state={state} setState={setState} title={FR.blocked.title} window="blocked" />;
}

interface BlockedListProps {
  readonly state: TableState;
  setState(next: (before: TableState) => TableState): void;
  readonly title: string;
  /** Whose saved views are offered. */
  readonly window: string;
  /** Under the title: the other lists. */
  readonly tabs?: ReactNode;
}

/** Who waits, and who holds them; alone in its window, or one of the lists to follow. */
export function BlockedList({ state, setState, title, window, tabs }: BlockedListProps) {
  const { client } = useDesk();
  const { change: select } = useSelection();
  const [establishment, setEstablishment] = useState<string | null>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const source = useMemo(
    () =>
      listSource(
        `blocked ${establishment ?? '*'}`,
        ['proposals', 'candidates', 'outbox'],
        BLOCKED_TABLE_COLUMNS,
        async (desk) => blockedRows(await desk.blocked.list(), establishment),
      ),
    [establishment],
  );
  const table = useDeskTable(source, BLOCKED_COLUMNS, state, setState);
  const whole = useLive('blocked', (desk) => desk.blocked.list(), ['proposals', 'candidates', 'outbox']);
  const { rows } = table;
  const look = useCallback(
    (id: string) => {
      setLooked(id);
      const candidateId = rows.find((row) => row['id'] === id)?.['candidateId'];
      if (typeof candidateId === 'string') select({ subject: { kind: 'candidate', id: candidateId }, chosen: null });
    },
    [rows, select],
  );
  const open = useCallback(
    (id: string) => {
      look(id);
      const missionId = rows.find((row) => row['id'] === id)?.['missionId'];
      const subjectId = typeof missionId === 'string' ? missionId : null;
      client.windows.open({ window: 'candidates', subjectId }).catch(() => undefined);
    },
    [client, look, rows],
  );
  const present = looked !== null && rows.some((row) => row['id'] === looked) ? looked : null;
  const list = whole.value;
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window={window} first={FIRST_BLOCKED} title={title} groups={GROUPS} />
        {tabs !== undefined && <div className="dk-bar">{tabs}</div>}
        <BlockedBulkBar table={table} looked={present} />
        <DeskTable
          table={table}
          label={FR.blocked.label}
          nameOf={nameOf}
          looked={looked}
          onLook={look}
          onOpen={open}
          empty={() => <StatePanel title={FR.blocked.none}>{FR.blocked.noneAdvice}</StatePanel>}
        />
      </div>
      {list !== null && list.establishments.length > 0 && (
        <HolderList
          holders={holders(list)}
          total={list.proposals.length}
          summary={FR_WINDOWS.blocked.totals(countLevel(list, 'blocked'), countLevel(list, 'reminder'))}
          shown={establishment}
          onShow={(id) => {
            setEstablishment(id);
            table.choose(NOTHING_CHOSEN);
            setState((before) => ({ ...before, offset: 0 }));
          }}
        />
      )}
    </>
  );
}
