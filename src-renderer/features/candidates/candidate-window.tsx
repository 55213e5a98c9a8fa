import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo } from 'react';
import type { CandidateFilter } from '../../../contract/app/map-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useSelection } from '../../data/use-selection.ts';
import { useSharedFilter } from '../../data/use-shared-filter.ts';
import { countOf, NOTHING_CHOSEN } from '../../tables/chosen.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import type { TableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { useSharedChoice } from '../../tables/use-shared-choice.ts';
import { FR } from '../../text/fr.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { professionLabel } from '../../text/labels.ts';
import { CandidateBulkBar } from './candidate-bulk-bar.tsx';
import { CANDIDATE_COLUMNS, rankColumns } from './candidate-columns.tsx';
import { CandidateEmpty } from './candidate-empty.tsx';
import { CandidatePanel } from './candidate-panel.tsx';
import { BEST_FIRST, candidateSource } from './candidate-source.ts';
import { missionOf, readCandidateWindowState } from './candidate-window-state.ts';
import { journeyEnd } from './journey-end.ts';
import { MissionHeader } from './mission-header.tsx';
import { MissionPicker } from './mission-picker.tsx';
import { useCandidateGestures } from './use-candidate-gestures.ts';
import { useCandidateMission } from './use-candidate-mission.ts';
import { useMissionSheet } from './use-mission-sheet.ts';
import { useOfferedCandidateActs } from './use-offered-candidate-acts.ts';
import { useSupply } from './use-supply.ts';

const FIRST = firstState([...rankColumns(null), ...CANDIDATE_COLUMNS], BEST_FIRST);
const GROUPS = ['status', 'verification', 'profession', 'departement', 'mobilisation'];

const nameOf = (row: TableRow) =>
  `${row['firstName']} ${row['lastName']}, ${professionLabel(row['profession'] ?? null)}`;

interface CandidateWindowProps {
  readonly kept: string | null;
  readonly subjectId: string | null;
  /** The map of the same people, to be shown above them. */
  map?(missionId: string | null, filter: CandidateFilter): ReactNode;
}

/** UX 2: the people of the shared selection's mission, ranked with reasons, or everybody in scope. */
export function CandidateWindow(props: CandidateWindowProps) {
  return (
    <RightGate right="see-candidates">
      <People {...props} />
    </RightGate>
  );
}

function People({ kept, subjectId, map }: CandidateWindowProps) {
  const { selection, change: select, latest } = useSelection();
  const [state, setState] = useRemembered(kept, (text) => readCandidateWindowState(text, FIRST));
  const followed = useCandidateMission(subjectId);
  const missionId = missionOf(state, followed);
  const changeTable = useCallback(
    (next: (before: TableState) => TableState) => setState((before) => ({ ...before, table: next(before.table) })),
    [setState],
  );
  const source = useMemo(() => candidateSource(missionId), [missionId]);
  const sheet = useMissionSheet(missionId);
  const departement = sheet.value?.mission['departement'] ?? null;
  const postalCode = sheet.value?.mission['postalCode'] ?? null;
  const columns = useMemo(
    () =>
      missionId === null
        ? CANDIDATE_COLUMNS
        : [...rankColumns(missionId, journeyEnd({ departement, postalCode })), ...CANDIDATE_COLUMNS],
    [missionId, departement, postalCode],
  );
  const table = useDeskTable(source, columns, state.table, changeTable);
  const { filters, search } = state.table;
  const filter = useMemo(() => ({ filters: [...filters], search }), [filters, search]);
  useSharedFilter(
    filter,
    (next) => changeTable((before) => ({ ...before, ...next, offset: 0 })),
    state.pinned !== null,
  );
  const { choose } = table;
  // People chosen for one mission are not a choice for the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mission is what makes the choice stale
  useEffect(() => choose(NOTHING_CHOSEN), [missionId, choose]);
  useSharedChoice(table);
  const looked = selection.subject?.kind === 'candidate' ? selection.subject.id : null;
  const gestures = useCandidateGestures(table, looked, missionId);
  const lookedRow = table.rows.find((row) => row['id'] === looked);
  useOfferedCandidateActs(
    table,
    lookedRow === undefined ? looked && FR_WORKSPACE.menu.lookedPerson : nameOf(lookedRow),
    gestures,
  );
  const supply = useSupply(missionId);
  const look = useCallback(
    (id: string) => select({ subject: { kind: 'candidate', id }, chosen: latest().chosen }),
    [select, latest],
  );
  const showMission = useCallback((id: string) => select({ subject: { kind: 'mission', id }, chosen: null }), [select]);
  const empty = () => <CandidateEmpty forMission={missionId !== null} supply={supply.value} />;
  const people = gestures.proposing === null ? 0 : Math.max(1, countOf(table.chosen));
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="candidates" first={FIRST} title={FR.candidates.title} groups={GROUPS}>
          {map !== undefined && (
            <Switch
              label={FR_MAP.beside}
              title={FR_MAP.besideHelp}
              checked={state.map}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                setState((before) => ({ ...before, map: checked }));
              }}
            />
          )}
        </TableToolbar>
        <MissionHeader
          missionId={missionId}
          followed={state.pinned ?? followed}
          pinned={state.pinned !== null}
          supply={supply.value}
          sheet={sheet}
          onPin={(pin) => setState((before) => ({ ...before, pinned: pin ? missionId : null }))}
          onExplore={(exploring) => setState((before) => ({ ...before, exploring }))}
        />
        {state.map && map?.(missionId, filter)}
        <CandidateBulkBar table={table} gestures={gestures} />
        <DeskTable
          table={table}
          label={FR.candidates.label}
          nameOf={nameOf}
          looked={looked}
          onLook={look}
          onOpen={look}
          empty={empty}
        />
      </div>
      <CandidatePanel id={looked} missionId={missionId} onMission={showMission} />
      {gestures.proposing !== null && (
        <MissionPicker people={people} onPick={gestures.proposeTo} onClose={gestures.stopProposing} />
      )}
    </>
  );
}
