import { useCallback, useMemo } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { useDesk } from '../../data/desk-context.ts';
import { PresentContext, usePresentOnMissions } from '../../data/present-on-missions.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useLastMission } from '../../data/use-last-mission.ts';
import { useSelection } from '../../data/use-selection.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import type { TableState } from '../../tables/table-state.ts';
import { readTableState, withHidden } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR } from '../../text/fr.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { professionLabel } from '../../text/labels.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { MissionBulkBar } from './mission-bulk-bar.tsx';
import { MISSION_COLUMNS } from './mission-columns.tsx';
import { MissionPanel } from './mission-panel.tsx';
import { MISSION_SOURCE } from './mission-source.ts';
import { useMissionKeys } from './use-mission-keys.ts';
import { useOfferedMissionActs } from './use-offered-mission-acts.ts';

/** Who sees several regions sees which one each need is of, first (F105). */
function firstOf(isNational: boolean): TableState {
  return isNational ? withHidden(FIRST, 'agency', false) : FIRST;
}

const FIRST = firstState(MISSION_COLUMNS, [
  { column: 'priority', descending: false },
  { column: 'score', descending: true },
]);
const GROUPS = ['agency', 'departement', 'profession', 'establishmentName', 'priority', 'regulatorName'];

const nameOf = (row: TableRow) => `${row['establishmentName']}, ${professionLabel(row['profession'] ?? null)}`;

/** The mission queue (UX 1): every need in scope, what to do first, and the gestures for one or a thousand. */
export function MissionWindow({ kept }: { readonly kept: string | null }) {
  const sync = useSyncState();
  // Which columns show at first depends on who looks.
  if (sync.value === null) return <LoadingLines label={FR.loading} count={20} />;
  return (
    <RightGate right="see-missions">
      <Queue kept={kept} national={(sync.value.person?.agency ?? null) === null} />
    </RightGate>
  );
}

function Queue({ kept, national }: { readonly kept: string | null; readonly national: boolean }) {
  const first = firstOf(national);
  const { client } = useDesk();
  const { change: select } = useSelection();
  const [state, setState] = useRemembered(kept, (text) => readTableState(text, first));
  const table = useDeskTable(MISSION_SOURCE, MISSION_COLUMNS, state, setState);
  // Also after a person was looked at elsewhere: the queue stays on its mission.
  const looked = useLastMission();
  /** Before anybody looked at one: the first, here only, so that the panel is never empty beside a full list. */
  const top = table.rows[0]?.['id'];
  const shown = looked ?? (top === undefined ? null : String(top));
  const look = useCallback((id: string) => select({ subject: { kind: 'mission', id }, chosen: null }), [select]);
  const openCandidates = useCallback(
    (id: string) => void client.windows.open({ window: 'candidates', subjectId: id }).catch(() => undefined),
    [client],
  );
  const present = usePresentOnMissions();
  const gestures = useMissionKeys(table, shown, openCandidates);
  const shownRow = table.rows.find((row) => row['id'] === shown);
  useOfferedMissionActs(
    table,
    shownRow === undefined ? shown && FR_WORKSPACE.menu.lookedMission : nameOf(shownRow),
    gestures,
  );
  const empty = useMemo(() => () => <StatePanel title={FR.missions.none}>{FR.missions.noneAdvice}</StatePanel>, []);
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="missions" first={first} title={FR.missions.title} groups={GROUPS} />
        <MissionBulkBar table={table} looked={shown} gestures={gestures} />
        <PresentContext value={present}>
          <DeskTable
            table={table}
            label={FR.missions.label}
            nameOf={nameOf}
            looked={shown}
            onLook={look}
            onOpen={openCandidates}
            empty={empty}
          />
        </PresentContext>
      </div>
      <MissionPanel id={shown} onLook={look} onCandidates={openCandidates} />
    </>
  );
}
