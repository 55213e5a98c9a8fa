/**
 * One plan from its first question to its decision: what was asked, the state it was made on, what came out.
 *
 * ```
 *   prepared ──run──▶ running ──answer──▶ ready ──edit / adjust──▶ edited ──run──▶ …
 *       ▲                ├─ cancel ──▶ cancelled ──run──▶              (a second run keeps what it can of the first)
 *       └── adjust ──────┴─ death ───▶ failed ──run──▶
 * ```
 */
import type { ArbitrationPlan, Contradiction, PlanTally } from '../../../contract/app/arbitration-contract.ts';
import { SHORTFALL_LABELS, SHORTFALL_REASONS } from '../../../contract/domain/shortfall.ts';
import { countPlan } from './count-plan.ts';
import type { FrozenPlan, PlanRequest } from './freeze-plan.ts';
import { PairGates } from './pair-gates.ts';
import type { PlanAnswer, PlanCount } from './plan-problem.ts';
import type { PlanTable } from './plan-rows.ts';

/** What a run gave, with the state that it was made on. */
export interface PlanResult {
  /** What was asked of this very run: edits since are not in it. */
  readonly request: PlanRequest;
  readonly frozen: FrozenPlan;
  readonly answer: PlanAnswer;
  readonly table: PlanTable;
  readonly milliseconds: number;
  /** Of a plan that a restart brought back: what it came to then, and whether the state is another now. */
  readonly foundAgain?: { readonly outcome: NonNullable<ArbitrationPlan['outcome']>; readonly isChanged: boolean };
}

export interface PlanSession {
  readonly planId: string;
  request: PlanRequest;
  frozen: FrozenPlan;
  contradictions: Contradiction[];
  state: ArbitrationPlan['state'];
  message: string | null;
  result: PlanResult | null;
  /** Of the run under way. */
  control: AbortController | null;
}

function tallyOf({ byWeight, kilometres, medianKilometres, beyondRegion }: PlanCount): PlanTally {
  const [none = 0, P4 = 0, P3 = 0, P2 = 0, P1 = 0] = byWeight;
  const filled = byWeight.reduce((sum, count) => sum + count, 0);
  return { filled, byPriority: { P1, P2, P3, P4, none }, kilometres, medianKilometres, beyondRegion };
}

/** People who are proposed or contacted today; of those out of sight only the post is counted. */
function tallyOfHeld({ problem, held, placeOf }: FrozenPlan): PlanTally {
  const gates = new PairGates(problem);
  const pairs = held.flatMap(({ mission, candidateId }) => {
    const slot = placeOf.get(candidateId);
    return slot === undefined ? [] : [{ mission, slot }];
  });
  const seen = tallyOf(countPlan(problem, gates, pairs));
  const every = countPlan({ ...problem, missions: [] }, gates, []).byWeight.slice();
  for (const { mission } of held) {
    const weight = (problem.weights[mission] ?? 1) - 1;
    every[weight] = (every[weight] ?? 0) + 1;
  }
  const { filled, byPriority } = tallyOf({ byWeight: every, kilometres: 0, medianKilometres: null, beyondRegion: 0 });
  return { ...seen, filled, byPriority };
}

/** Posts left empty, by reason, in the order of the list. */
export function shortfallsOf({ empty }: PlanAnswer) {
  return SHORTFALL_REASONS.flatMap((reason) => {
    const posts = empty.filter((one) => one.reason === reason).reduce((sum, one) => sum + one.posts, 0);
    return posts === 0 ? [] : [{ reason, label: SHORTFALL_LABELS[reason], posts }];
  });
}

export function outcomeOf(result: PlanResult): NonNullable<ArbitrationPlan['outcome']> {
  const { frozen, answer, milliseconds, foundAgain } = result;
  if (foundAgain !== undefined) return foundAgain.outcome;
  return {
    isProven: answer.isProven,
    seconds: Math.round(milliseconds / 100) / 10,
    plan: tallyOf(answer.plan),
    greedy: tallyOf(answer.greedy),
    today: tallyOfHeld(frozen),
    shortfalls: shortfallsOf(answer),
    kept: answer.kept,
    changed: answer.kept === null ? null : answer.pairs.length - answer.kept,
  };
}

/** @param revision of the desk's data now */
export function planView(session: PlanSession, revision: number): ArbitrationPlan {
  const { planId, request, frozen, contradictions, state, message, result } = session;
  const made = result?.frozen ?? frozen;
  return {
    planId,
    state,
    revision: made.revision,
    takenAt: new Date(made.takenAt).toISOString(),
    isStale: revision !== made.revision || result?.foundAgain?.isChanged === true,
    scope: request.scope,
    constraints: request.constraints,
    edits: [...request.edits],
    counts: { ...frozen.counts, pairs: result?.answer.weighed ?? 0 },
    contradictions,
    message,
    outcome: result === null ? null : outcomeOf(result),
  };
}
