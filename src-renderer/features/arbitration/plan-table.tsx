import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ArbitrationPlan, PlanEdit } from '../../../contract/app/arbitration-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { useDesk } from '../../data/desk-context.ts';
import { useLive } from '../../data/use-live.ts';
import { useSelection } from '../../data/use-selection.ts';
import type { TableAct } from '../../decisions/act-bar.tsx';
import { ActBar } from '../../decisions/act-bar.tsx';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { countOf } from '../../tables/chosen.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import type { TableState } from '../../tables/table-state.ts';
import { queryOf } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { FR } from '../../text/fr.ts';
import { FR_ARBITRATION } from '../../text/fr-arbitration.ts';
import { professionLabel } from '../../text/labels.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { PLAN_VIEWS } from './plan-columns.tsx';
import { PlanFlows } from './plan-flows.tsx';
import { PlanRowPanel } from './plan-row-panel.tsx';
import { planSource } from './plan-source.ts';
import { PlanSummary } from './plan-summary.tsx';
import { mayCommit } from './plan-view.ts';

interface PlanTableProps {
  readonly plan: ArbitrationPlan;
  readonly state: TableState;
  change(next: (before: TableState) => TableState): void;
  onEdit(edits: readonly PlanEdit[]): void;
  /** Sets aside the pairs of a batch that the nation refused, and computes again. */
  onRepair(batchId: string): void;
}

const words = FR_ARBITRATION;
const FIRST = firstState(PLAN_VIEWS, [{ column: 'priority', descending: false }]);
const GROUPS = ['rowState', 'agency', 'candidateAgency', 'profession', 'priority', 'shortfall', 'change'];
const nameOf = (row: TableRow) => `${row['establishmentName']}, ${professionLabel(row['profession'] ?? null)}`;

/** The plan post by post: read, corrected, decided; and beside it the result, the flows, the reasons. */
export function PlanTable({ plan, state, change, onEdit, onRepair }: PlanTableProps) {
  const { client } = useDesk();
  const { decide, readOnly } = useDecisions();
  const { change: select } = useSelection();
  const [looked, setLooked] = useState<string | null>(null);
  const [batchId, setBatch] = useState<string | null>(null);
  const { planId } = plan;
  const version = `${plan.takenAt} ${plan.outcome?.seconds ?? ''} ${plan.edits.length} ${plan.state}`;
  const source = useMemo(() => planSource(planId, version), [planId, version]);
  const table = useDeskTable(source, PLAN_VIEWS, state, change);
  const { rows, chosen } = table;
  const present = looked !== null && rows.some((row) => row['id'] === looked) ? looked : null;
  const look = useCallback(
    (id: string) => {
      setLooked(id);
      const missionId = rows.find((row) => row['id'] === id)?.['missionId'];
      if (typeof missionId === 'string') select({ subject: { kind: 'mission', id: missionId }, chosen: null });
    },
    [rows, select],
  );
  const commitAll = useCallback(() => {
    const query = { ...queryOf(state), offset: 0, limit: 0 };
    client.arbitration.choose({ planId, query }).then(
      (set) => decide(draftOf('commit-plan', { plan: planId }), set, setBatch),
      () => undefined,
    );
  }, [client, decide, planId, state]);
  const acts = useMemo(() => {
    const shown = rows.filter((row) =>
      chosen.ids.size === 0 ? row['id'] === present : chosen.ids.has(String(row['id'])),
    );
    return actsOf({ plan, shown, onEdit, commitAll, onCommitted: setBatch, isReadOnly: readOnly !== null });
  }, [rows, chosen, present, plan, onEdit, commitAll, readOnly]);
  // Another plan, other rows: what was chosen of the one before is chosen no more.
  const { choose } = table;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what changes
  useEffect(() => choose({ ids: new Set(), all: null }), [version]);
  return (
    <div className="dk-arbitration-plan">
      <div className="dk-column">
        <TableToolbar table={table} window="arbitration" first={FIRST} title={words.rows} groups={GROUPS} />
        {batchId !== null && (
          <RefusedRows
            batchId={batchId}
            onRepair={() => {
              setBatch(null);
              onRepair(batchId);
            }}
          />
        )}
        <ActBar table={table} looked={present} about={words.chosen(countOf(chosen))} acts={acts} />
        <DeskTable
          table={table}
          label={words.rows}
          nameOf={nameOf}
          looked={present}
          onLook={look}
          onOpen={look}
          empty={() => <StatePanel title={words.none}>{words.noneAdvice}</StatePanel>}
        />
      </div>
      <SidePanel label={words.panel}>
        {present === null ? (
          <>
            <PlanSummary plan={plan} />
            <PlanFlows planId={planId} version={version} />
          </>
        ) : (
          <>
            <button type="button" className="dk-link" onClick={() => setLooked(null)}>
              ← {words.outcome}
            </button>
            <PlanRowPanel planId={planId} rowId={present} version={version} onEdit={(edit) => onEdit([edit])} />
          </>
        )}
      </SidePanel>
    </div>
  );
}

interface ActGround {
  readonly plan: ArbitrationPlan;
  readonly shown: readonly TableRow[];
  readonly isReadOnly: boolean;
  onEdit(edits: readonly PlanEdit[]): void;
  commitAll(): void;
  onCommitted(batchId: string): void;
}

/** Propose as the plan says; pin, forbid, let go of the pairs chosen. A plan that was corrected is computed again first. */
function actsOf({ plan, shown, isReadOnly, onEdit, commitAll, onCommitted }: ActGround): readonly TableAct[] {
  const pairs = shown.filter((row) => row['candidateId'] !== null && row['rowState'] !== 'held');
  const isReady = mayCommit(plan) && !isReadOnly;
  const edits = (kind: PlanEdit['kind']) =>
    onEdit(
      pairs.map((row) => ({ kind, missionId: String(row['missionId']), candidateId: String(row['candidateId']) })),
    );
  const editing = (key: string, kind: PlanEdit['kind']): TableAct => ({
    ...{ key, label: words.acts[kind], enabled: pairs.length > 0 && !isReadOnly, run: () => edits(kind) },
  });
  return [
    {
      ...{ key: 'p', label: words.acts.commit, isMain: true, enabled: isReady && pairs.length > 0 },
      draft: draftOf('commit-plan', { plan: plan.planId }),
      onCommitted,
    },
    { key: 't', label: words.acts.commitAll, enabled: isReady, run: commitAll },
    editing('e', 'pin'),
    editing('x', 'forbid'),
    editing('r', 'release'),
  ];
}

/** After a commit: how many of its rows the nation refused, and the way to mend the plan (row by row verdicts stay in the report). */
function RefusedRows({ batchId, onRepair }: { readonly batchId: string; onRepair(): void }) {
  const { showReport } = useDecisions();
  const report = useLive(`report ${batchId}`, (client) => client.decisions.report({ batchId }), ['outbox']);
  const refused = report.value?.rows.filter(({ state }) => state === 'refused' || state === 'conflict').length ?? 0;
  if (refused === 0) return null;
  return (
    <div className="dk-banner" data-tone="warning" role="status">
      <span>{words.repairHelp(refused)}</span>
      <span className="dk-grow" />
      <Button size="compact-sm" variant="default" onClick={() => showReport(batchId)}>
        {FR.decision.report}
      </Button>
      <Button size="compact-sm" onClick={onRepair}>
        {words.repair}
      </Button>
    </div>
  );
}
