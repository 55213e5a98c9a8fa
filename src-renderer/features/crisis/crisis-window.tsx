import { useState } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { DeskClient } from '../../data/desk-client.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useLive } from '../../data/use-live.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import { listSource } from '../../tables/list-source.ts';
import type { RowList } from '../../tables/page-of-rows.ts';
import type { TableState } from '../../tables/table-state.ts';
import { readTableState, withHidden } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { agencyLabel } from '../../text/labels.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { CrisisBulkBar } from './crisis-bulk-bar.tsx';
import { CRISIS_COLUMNS, CRISIS_TABLE_COLUMNS } from './crisis-columns.tsx';
import { CrisisEffect } from './crisis-effect.tsx';
import { chosenLines, crisisId, crisisRefusal, crisisRow, isInherited } from './crisis-rows.ts';
import { GrantList } from './grant-list.tsx';

const BY_PROFESSION = { column: 'profession', descending: false } as const;
const FIRST = firstState(CRISIS_COLUMNS, [{ column: 'agency', descending: false }, BY_PROFESSION]);
/** A cell has one agency, its own. */
const FIRST_OF_CELL = withHidden({ ...FIRST, sorts: [BY_PROFESSION] }, 'agency', true);
const GROUPS = ['agency', 'state'];
const TOPICS = ['regulation', 'missions', 'candidates', 'proposals', 'outbox'] as const;

const SOURCE = listSource('crisis', TOPICS, CRISIS_TABLE_COLUMNS, async (client: DeskClient): Promise<RowList> => {
  const { revision, lines } = await client.crisis.list();
  return { revision, rows: lines.map((line) => crisisRow(line, lines)), complete: true };
});

const nameOf = (row: TableRow) => `${agencyLabel(row['agency'] ?? null)}, ${row['profession'] || FR.crisis.all}`;

/** UX 7: crisis mode per agency and profession, its effect shown before the switch, and the named exceptions. */
export function CrisisWindow({ kept }: { readonly kept: string | null }) {
  const sync = useSyncState();
  // Which columns show at first depends on who looks.
  if (sync.value === null) return <LoadingLines label={FR.loading} count={20} />;
  return (
    <RightGate right="see-missions">
      <Switches kept={kept} first={(sync.value.person?.agency ?? null) === null ? FIRST : FIRST_OF_CELL} />
    </RightGate>
  );
}

function Switches({ kept, first }: { readonly kept: string | null; readonly first: TableState }) {
  const [state, setState] = useRemembered(kept, (text) => readTableState(text, first));
  const [looked, setLooked] = useState<string | null>(null);
  const table = useDeskTable(SOURCE, CRISIS_COLUMNS, state, setState);
  const crisis = useLive('crisis', (client) => client.crisis.list(), TOPICS);
  const sync = useSyncState();
  const lines = crisis.value?.lines ?? [];
  const line = lines.find((one) => crisisId(one) === looked);
  const refusal = line === undefined ? null : crisisRefusal(sync.value?.person ?? null, line.agency);
  const bulkRefusal =
    chosenLines(lines, table.chosen.ids)
      .map(({ agency }) => crisisRefusal(sync.value?.person ?? null, agency))
      .find((why) => why !== null) ?? null;
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="crisis" first={first} title={FR.crisis.title} groups={GROUPS} />
        <CrisisBulkBar table={table} lines={lines} refusal={bulkRefusal} />
        <DeskTable
          table={table}
          label={FR_WINDOWS.crisis.label}
          nameOf={nameOf}
          looked={looked}
          onLook={setLooked}
          onOpen={setLooked}
          empty={() => <StatePanel title={FR.crisis.none} />}
        />
      </div>
      <SidePanel label={FR_WINDOWS.crisis.panel}>
        {line === undefined ? (
          <StatePanel title={FR_WINDOWS.crisis.nothingLooked} />
        ) : (
          <>
            <CrisisEffect line={line} inherited={isInherited(line, lines)} refusal={refusal} />
            <GrantList agency={line.agency} grants={crisis.value?.grants ?? []} refusal={refusal} />
          </>
        )}
      </SidePanel>
    </>
  );
}
