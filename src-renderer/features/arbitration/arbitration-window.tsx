import '../../ui/heat.css';
import './arbitration.css';
import { Alert, Button, Progress } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { ArbitrationPlan, PlanEdit } from '../../../contract/app/arbitration-contract.ts';
import { useDesk } from '../../data/desk-context.ts';
import { holdsRight } from '../../data/holds-right.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { useFormCheck } from '../../forms/use-form-check.ts';
import { firstState } from '../../tables/first-state.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR } from '../../text/fr.ts';
import { FR_ARBITRATION } from '../../text/fr-arbitration.ts';
import { Pill } from '../../ui/pill.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import type { ArbitrationWindowState } from './arbitration-window-state.ts';
import { readArbitrationWindowState } from './arbitration-window-state.ts';
import { ConstraintsForm } from './constraints-form.tsx';
import { PLAN_VIEWS } from './plan-columns.tsx';
import { PlanTable } from './plan-table.tsx';
import { toneOf } from './plan-view.ts';
import { ScopeForm } from './scope-form.tsx';
import { usePlanRun } from './use-plan-run.ts';

const words = FR_ARBITRATION;
/** Pixels from which form, plan and reasons stand side by side. */
const ROOMY = 1600;
const FIRST = firstState(PLAN_VIEWS, [
  { column: 'rowState', descending: false },
  { column: 'priority', descending: false },
]);

/** UX 4: choose missions, say what must hold, compute, read why, correct, decide in bulk (FEATURES D4). */
export function ArbitrationWindow({ kept }: { readonly kept: string | null }) {
  return (
    <RightGate right="propose-candidate">
      <Arbitration kept={kept} />
    </RightGate>
  );
}

function Arbitration({ kept }: { readonly kept: string | null }) {
  const { client } = useDesk();
  const [state, setState] = useRemembered<ArbitrationWindowState>(kept, (text) =>
    readArbitrationWindowState(text, FIRST),
  );
  const set = useCallback(
    (patch: Partial<ArbitrationWindowState>) => setState((before) => ({ ...before, ...patch })),
    [setState],
  );
  const person = useSyncState().value?.person ?? null;
  const isNational = holdsRight(person, 'open-pools');
  const act = useAct();
  const [isFormShown, showForm] = useState(true);
  const [turn, setTurn] = useState(0);
  const { planId } = state;
  const question = planId === null ? null : `plan ${planId} ${turn}`;
  const told = useLive(question, () => client.arbitration.plan({ planId: planId ?? '' }), ['missions', 'proposals']);
  const plan = told.value !== null && told.value.planId === planId ? told.value : null;
  const run = usePlanRun(() => setTurn((before) => before + 1));
  const again = () => setTurn((before) => before + 1);

  const compute = async () => {
    const { scope, constraints } = state;
    const made = await act.run((desk) =>
      plan === null
        ? desk.arbitration.prepare({ scope, constraints })
        : isSame(plan, state)
          ? desk.arbitration.plan({ planId: plan.planId })
          : desk.arbitration.adjust({ planId: plan.planId, scope, constraints }),
    );
    if (made === null) return;
    set({ planId: made.planId });
    again();
    if (made.contradictions.length > 0) return;
    // On a laptop the plan needs the room; the form is one button away.
    if (window.innerWidth < ROOMY) showForm(false);
    await run.run(made.planId);
  };
  const edit = async (edits: readonly PlanEdit[]) => {
    if (planId === null) return;
    await act.run((desk) => desk.arbitration.edit({ planId, edits: [...edits] }));
    again();
  };
  const repair = async (batchId: string) => {
    if (planId === null) return;
    const mended = await act.run((desk) => desk.arbitration.repair({ planId, batchId }));
    again();
    if (mended !== null) await run.run(mended.planId);
  };
  /** Every field may be empty; Escape gives the plan the room of the form. */
  const check = useFormCheck([], () => showForm(plan === null));
  const fault = act.fault ?? run.fault;
  const isRunning = run.progress !== null;
  return (
    <>
      {isFormShown && (
        <aside className="dk-panel dk-arbitration-form" aria-label={words.constraints}>
          <form
            ref={check.frame}
            noValidate
            aria-label={words.constraints}
            onSubmit={(event) => {
              event.preventDefault();
              if (!isRunning && !act.busy) void compute();
            }}
          >
            <h1>{words.title}</h1>
            <p className="dk-quiet">{words.intro}</p>
            <ScopeForm scope={state.scope} isNational={isNational} onChange={(scope) => set({ scope })} />
            <ConstraintsForm
              constraints={state.constraints}
              isNational={isNational}
              onChange={(constraints) => set({ constraints })}
            />
            <div className="dk-arbitration-run">
              <Button type="submit" fullWidth loading={act.busy} disabled={isRunning}>
                {plan === null || plan.outcome === null ? words.run : words.runAgain}
              </Button>
            </div>
          </form>
        </aside>
      )}
      <div className="dk-column">
        <PlanHead plan={plan} isFormShown={isFormShown} onForm={() => showForm(!isFormShown)} />
        {isRunning && run.progress !== null && planId !== null && (
          <div className="dk-bar" role="status">
            <Progress
              aria-label={words.running}
              value={run.progress.outOf === 0 ? 0 : (100 * run.progress.done) / run.progress.outOf}
              style={{ flex: 1 }}
            />
            <span>{run.progress.label}</span>
            <Button size="compact-sm" variant="default" onClick={() => void run.cancel(planId)}>
              {words.cancel}
            </Button>
          </div>
        )}
        {fault !== null && (
          <Alert color="marianne" role="alert" title={fault.sentence}>
            {fault.advice ?? FR.readingIsSafe}
          </Alert>
        )}
        {plan === null || plan.outcome === null ? (
          <StatePanel title={words.none}>{plan === null ? words.noneAdvice : words.notRun}</StatePanel>
        ) : (
          <PlanTable
            plan={plan}
            state={state.table}
            change={(next) => setState((before) => ({ ...before, table: next(before.table) }))}
            onEdit={(edits) => void edit(edits)}
            onRepair={(batchId) => void repair(batchId)}
          />
        )}
      </div>
    </>
  );
}

/** Nothing to adjust: the plan already has this scope and these constraints. */
function isSame(plan: ArbitrationPlan, { scope, constraints }: ArbitrationWindowState): boolean {
  return JSON.stringify([plan.scope, plan.constraints]) === JSON.stringify([scope, constraints]);
}

interface PlanHeadProps {
  readonly plan: ArbitrationPlan | null;
  readonly isFormShown: boolean;
  onForm(): void;
}

function PlanHead({ plan, isFormShown, onForm }: PlanHeadProps) {
  const facts = useMemo(() => {
    if (plan === null) return null;
    const { missions, posts, held, free, pairs } = plan.counts;
    return `${words.counts(missions, posts, free, pairs)}${held > 0 ? `, ${words.held(held)}` : ''}`;
  }, [plan]);
  if (plan === null) return null;
  return (
    <>
      <div className="dk-bar">
        {!isFormShown && <h1>{words.title}</h1>}
        <Button size="compact-sm" variant="default" aria-expanded={isFormShown} onClick={onForm}>
          {isFormShown ? words.hideForm : words.showForm}
        </Button>
        <Pill tone={toneOf(plan.state)}>{words.states[plan.state] ?? plan.state}</Pill>
        <span>{facts}</span>
        {plan.edits.length > 0 && <Pill tone="info">{words.edits(plan.edits.length)}</Pill>}
        <span className="dk-grow" />
        <span className="dk-quiet">{words.frozen(plan.takenAt)}</span>
      </div>
      {plan.isStale && (
        <div className="dk-banner" data-tone="warning">
          {words.stale}
        </div>
      )}
      {plan.message !== null && <div className="dk-banner">{plan.message}</div>}
      {plan.contradictions.length > 0 && (
        <Alert color="marianne" role="alert" title={words.contradictions}>
          {plan.contradictions.map(({ label, demands }) => (
            <div key={label}>
              {label}
              <ul style={{ margin: '4px 0' }}>
                {demands.map((demand) => (
                  <li key={demand.label}>{demand.label}</li>
                ))}
              </ul>
            </div>
          ))}
          {words.contradictionHelp}
        </Alert>
      )}
    </>
  );
}
