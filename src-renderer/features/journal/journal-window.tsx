import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { dayHere } from '../../forms/day-here.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import type { TableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR_JOURNAL } from '../../text/fr-journal.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import { JOURNAL_COLUMNS } from './journal-columns.tsx';
import { JournalPanel } from './journal-panel.tsx';
import { JOURNAL_TOPICS, journalSource } from './journal-source.ts';
import { JournalStateLine } from './journal-state-line.tsx';
import type { JournalWindowState } from './journal-window-state.ts';
import { reachOf, readJournalWindowState } from './journal-window-state.ts';
import { PeriodPicker } from './period-picker.tsx';

/** The newest first: what waits, then what the service holds. */
const FIRST = firstState(JOURNAL_COLUMNS, [
  { column: 'at', descending: true },
  { column: 'number', descending: true },
]);
const GROUPS = ['title', 'actorName', 'role', 'agency', 'origin', 'state', 'subjectKind', 'day'];
const nameOf = (row: TableRow) => `${row['title']}, ${row['subjectLabel']}`;

/** UX 9: every decision, who, what, when, why, before and after, and whether the chain holds (D7). */
export function JournalWindow({ kept }: { readonly kept: string | null }) {
  const sync = useSyncState().value;
  if (sync === null) return null;
  const isReview = sync.connection === 'review';
  const content = <Journal kept={kept} isReview={isReview} />;
  // A snapshot is read by whoever could open it: what it holds was decided when it was made.
  return isReview ? content : <RightGate right="read-journal">{content}</RightGate>;
}

function Journal({ kept, isReview }: { readonly kept: string | null; readonly isReview: boolean }) {
  const [state, setState] = useRemembered<JournalWindowState>(kept, (text) =>
    readJournalWindowState(text, FIRST, isReview),
  );
  const [looked, setLooked] = useState<string | null>(null);
  const { run, busy } = useAct();
  const today = dayHere();
  const reach = useMemo(() => reachOf(state, today), [state, today]);
  const key = JSON.stringify(reach);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the source is that of the reach, whatever else the window keeps
  const source = useMemo(() => journalSource(reach), [key]);
  const changeTable = useCallback(
    (next: (before: TableState) => TableState) => setState((before) => ({ ...before, table: next(before.table) })),
    [setState],
  );
  const patch = useCallback(
    (part: Partial<JournalWindowState>) =>
      setState((before) => ({ ...before, ...part, table: { ...before.table, offset: 0 } })),
    [setState],
  );
  const table = useDeskTable(source, JOURNAL_COLUMNS, state.table, changeTable);
  const about = useLive(`journal.state ${key}`, (client) => client.journal.state({ reach }), JOURNAL_TOPICS);
  const isHere = looked !== null && table.rows.some((row) => row['id'] === looked);
  const first = table.rows[0]?.['id'];
  const missing = about.value?.message ?? null;
  const shown = isHere ? looked : first === undefined ? null : String(first);
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="journal" first={FIRST} title={FR_JOURNAL.title} groups={GROUPS}>
          <PeriodPicker state={state} onChange={patch} />
          {state.missionId !== null && (
            <Button variant="light" onClick={() => patch({ missionId: null })} title={FR_JOURNAL.allMissions}>
              {FR_JOURNAL.ofMission} ×
            </Button>
          )}
          {!isReview && (
            <Button
              variant="default"
              loading={busy}
              onClick={() => void run((client) => client.journal.again({ reach }))}
            >
              {FR_JOURNAL.again}
            </Button>
          )}
        </TableToolbar>
        {about.value !== null && <JournalStateLine state={about.value} />}
        <DeskTable
          table={table}
          label={FR_JOURNAL.label}
          nameOf={nameOf}
          looked={shown}
          onLook={setLooked}
          onOpen={setLooked}
          choosable={false}
          empty={() => (
            <StatePanel title={missing ?? FR_JOURNAL.none}>{missing === null && FR_JOURNAL.noneAdvice}</StatePanel>
          )}
        />
      </div>
      <JournalPanel id={shown} reach={reach} onMission={(missionId) => patch({ missionId, period: 'all' })} />
    </>
  );
}
