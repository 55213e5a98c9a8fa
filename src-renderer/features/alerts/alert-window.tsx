import { useCallback, useMemo } from 'react';
import { ALERT_TABLE_COLUMNS } from '../../../contract/app/nation-columns.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { useDesk } from '../../data/desk-context.ts';
import { holdsRight } from '../../data/holds-right.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useSelection } from '../../data/use-selection.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import type { TableAct } from '../../decisions/act-bar.tsx';
import { ActBar } from '../../decisions/act-bar.tsx';
import { draftOf } from '../../decisions/decision-draft.ts';
import { countOf } from '../../tables/chosen.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import { listSource } from '../../tables/list-source.ts';
import { readTableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR_NATION } from '../../text/fr-nation.ts';
import { professionLabel } from '../../text/labels.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import { ALERT_COLUMNS } from './alert-columns.tsx';
import { AlertPanel } from './alert-panel.tsx';
import { mayDo } from './alert-rights.ts';

const words = FR_NATION.alerts;
/** What still waits first, the oldest first. */
const FIRST = {
  ...firstState(ALERT_COLUMNS, [{ column: 'ageHours', descending: true }]),
  filters: [{ type: 'among' as const, column: 'state', values: ['raised', 'taken', 'answered'] }],
};
const GROUPS = ['agency', 'profession', 'state', 'priority'];
const SOURCE = listSource('alerts', ['regulation', 'missions', 'proposals', 'outbox'], ALERT_TABLE_COLUMNS, (client) =>
  client.nation.alerts(),
);
/** An opening has one receiver: of alerts of several regions, those of the first one's. */
function simulationOf(rows: readonly TableRow[]) {
  const agency = rows[0]?.['agency'] ?? null;
  const own = rows.filter((row) => row['agency'] === agency);
  return {
    agency,
    missions: own.map((row) => String(row['id'])),
    professions: [...new Set(own.map((row) => String(row['profession'])))],
  };
}

const nameOf = (row: TableRow) => `${row['establishmentName']}, ${professionLabel(row['profession'] ?? null)}`;

/** UX 4: every alert to the CCS, its need, its age, what was tried, the talk; an ARS sees its own (F107). */
export function AlertWindow({ kept }: { readonly kept: string | null }) {
  return (
    <RightGate right="see-missions">
      <Inbox kept={kept} />
    </RightGate>
  );
}

function Inbox({ kept }: { readonly kept: string | null }) {
  const { client } = useDesk();
  const { selection, change: select } = useSelection();
  const person = useSyncState().value?.person ?? null;
  const [state, setState] = useRemembered(kept, (text) => (text === null ? FIRST : readTableState(text, FIRST)));
  const table = useDeskTable(SOURCE, ALERT_COLUMNS, state, setState);
  const { rows, chosen } = table;
  const subject = selection.subject?.kind === 'mission' ? selection.subject.id : null;
  const isHere = subject !== null && rows.some((row) => row['id'] === subject);
  const first = rows[0]?.['id'];
  const looked = isHere ? subject : first === undefined ? null : String(first);
  const look = useCallback((id: string) => select({ subject: { kind: 'mission', id }, chosen: null }), [select]);
  const open = useCallback(
    (window: string, more: object = {}) =>
      void client.windows.open({ window, subjectId: null, ...more }).catch(() => undefined),
    [client],
  );
  const openCandidates = useCallback(
    (id: string) => void client.windows.open({ window: 'candidates', subjectId: id }).catch(() => undefined),
    [client],
  );
  const acts = useMemo(() => {
    const shown = rows.filter((row) =>
      chosen.ids.size === 0 ? row['id'] === looked : chosen.ids.has(String(row['id'])),
    );
    const isNational = holdsRight(person, 'open-pools');
    const event = (key: string, name: 'take' | 'answer' | 'decline' | 'lift', isMain = false): TableAct => ({
      ...{ key, label: words.acts[name], isMain, enabled: mayDo(person, name, chosen.all === null ? shown : []) },
      draft: draftOf('alert', { event: name }),
    });
    const one = shown[0];
    const list: TableAct[] = [
      ...(isNational ? [event('t', 'take', true), event('r', 'answer'), event('d', 'decline')] : []),
      ...(holdsRight(person, 'lift-alert') ? [event('l', 'lift')] : []),
      {
        ...{ key: 'e', label: words.acts.write, draft: draftOf('comment-alert') },
        enabled: holdsRight(person, 'answer-alert') || holdsRight(person, 'raise-alert'),
      },
    ];
    if (!isNational) return list;
    const ids = shown.map((row) => String(row['id'])).slice(0, 50);
    return [
      ...list,
      {
        ...{ key: 'o', label: words.acts.simulate, enabled: one !== undefined },
        run: () => open('openings', { state: JSON.stringify({ simulate: simulationOf(shown) }) }),
      },
      {
        ...{ key: 'b', label: words.acts.arbitrate, enabled: one !== undefined },
        run: () => open('arbitration', { state: JSON.stringify({ missions: ids }) }),
      },
      { key: 's', label: words.acts.reserve, enabled: true, draft: draftOf('request-reserve') },
    ];
  }, [rows, chosen, looked, person, open]);
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="alerts" first={FIRST} title={words.title} groups={GROUPS} />
        <ActBar table={table} looked={looked} about={words.chosen(countOf(chosen))} acts={acts} />
        <DeskTable
          table={table}
          label={words.label}
          nameOf={nameOf}
          looked={looked}
          onLook={look}
          onOpen={openCandidates}
          empty={() => <StatePanel title={words.none}>{words.noneAdvice}</StatePanel>}
        />
      </div>
      <AlertPanel
        id={looked}
        isNational={holdsRight(person, 'open-pools')}
        onOpening={(id) => open('openings', { state: JSON.stringify({ looked: id }) })}
      />
    </>
  );
}
