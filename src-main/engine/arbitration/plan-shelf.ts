/**
 * The plans of one open desk, newest last; the oldest are forgotten when there are many. Those that were computed are kept
 * in the base, and come back after a restart (kept-plan.ts); nothing of the nation is written here.
 */
import type {
  ArbitrationConstraints,
  ArbitrationPlan,
  ArbitrationScope,
  PlanEdit,
  PlanProgress,
} from '../../../contract/app/arbitration-contract.ts';
import type { PlanToCommit } from '../../commands/plan-to-commit.ts';
import { failure } from '../../rpc/failure.ts';
import { forgetKeptPlan, keepPlan, keepPlanQuestion, readKeptPlans } from '../../store/kept-plans.ts';
import type { OutboxRow } from '../../store/outbox/outbox-row.ts';
import { readBatch } from '../../store/outbox/read-outbox.ts';
import { freezePlan } from './freeze-plan.ts';
import { restorePlan, writeAsked, writeMade } from './kept-plan.ts';
import { applyEdits } from './plan-edits.ts';
import type { PlanGround } from './plan-ground.ts';
import { planTable } from './plan-rows.ts';
import { isNationalDesk } from './plan-scope.ts';
import type { PlanResult, PlanSession } from './plan-session.ts';
import { outcomeOf, planView } from './plan-session.ts';
import { planToCommit } from './plan-to-commit.ts';
import { createProgressQueue } from './progress-queue.ts';
import type { StartPlanWorker } from './run-plan.ts';
import { PlanCancelled, runPlan } from './run-plan.ts';
import { sayContradictions } from './say-contradictions.ts';

const MOST_PLANS = 6;
const GONE_SET = 'Cette sélection n’est plus connue du poste : sélectionnez à nouveau, puis préparez le plan.';
const NATION = 'Seul le bureau national atteint toute la nation : choisissez les régions et les ouvertures.';
const RUNNING = 'Ce plan se calcule déjà : attendez-le, ou arrêtez-le.';
const NOT_RUN = 'Ce plan n’a pas encore été calculé.';
const EDITED = 'Ce plan a été modifié depuis son calcul : relancez-le, puis décidez.';
const CONTRADICTION = 'Des demandes se contredisent : retirez-en une, puis relancez.';
const OUT_OF_DATE = 'L’état a changé depuis le calcul de ce plan : relancez-le, puis décidez.';
const CANCELLED = 'Le calcul a été arrêté : rien n’est perdu, vous pouvez le relancer.';
const DIED = 'Le calcul s’est interrompu : rien n’est perdu, relancez-le.';

export interface PlanShelf {
  /** Resolves when the plans that the base kept are here again; at once when there is none, or nobody is signed in. */
  restored(): Promise<void>;
  prepare(scope: ArbitrationScope, constraints: ArbitrationConstraints): Promise<ArbitrationPlan>;
  adjust(planId: string, scope: ArbitrationScope, constraints: ArbitrationConstraints): Promise<ArbitrationPlan>;
  edit(planId: string, edits: readonly PlanEdit[]): ArbitrationPlan;
  run(planId: string, signal: AbortSignal | undefined): AsyncGenerator<PlanProgress, void>;
  cancel(planId: string): void;
  view(planId: string): ArbitrationPlan;
  list(): ArbitrationPlan[];
  forget(planId: string): void;
  /** @throws the failure 'not-allowed' before the first run */
  result(planId: string): PlanResult;
  repair(planId: string, batchId: string): ArbitrationPlan;
  /** What a decision on rows of the plan takes over. */
  toCommit(planId: string): PlanToCommit;
  /** Ends every run. */
  close(): void;
}

export interface PlanShelfParts {
  readonly makeId: () => string;
  /** Monotonic milliseconds. */
  readonly stopwatch: () => number;
  readonly startWorker: StartPlanWorker;
}

/** @example const shelf = createPlanShelf(desk, { makeId, stopwatch, startWorker: startPlanWorker }); */
export function createPlanShelf(ground: PlanGround, { makeId, stopwatch, startWorker }: PlanShelfParts): PlanShelf {
  const sessions = new Map<string, PlanSession>();
  const { store } = ground;
  const shelf = { isRestored: false };

  function require(planId: string): PlanSession {
    const session = sessions.get(planId);
    if (session === undefined) throw failure('not-found');
    return session;
  }
  const view = (session: PlanSession): ArbitrationPlan => planView(session, ground.image.revision);

  function requestFor(scope: ArbitrationScope, constraints: ArbitrationConstraints, known?: PlanSession['request']) {
    const person = ground.person();
    if (person === null) throw failure('signed-out');
    if (constraints.reach === 'nation' && !isNationalDesk(person.role))
      throw failure('not-allowed', { message: NATION });
    const found = scope.missions === null ? null : ground.handles.resolve(scope.missions);
    // A set that the plan itself was made of is known to it, though the desk forgot its name.
    const isKnown = known !== undefined && JSON.stringify(known.scope.missions) === JSON.stringify(scope.missions);
    const chosen = found ?? (isKnown ? known.chosen : null);
    if (scope.missions !== null && chosen === null) throw failure('preview-expired', { message: GONE_SET });
    return { scope, chosen, constraints };
  }

  /** Takes the state of this moment, and says which demands contradict each other on it. */
  function freeze(request: PlanSession['request']): Pick<PlanSession, 'frozen' | 'contradictions'> {
    const person = ground.person();
    if (person === null) throw failure('signed-out');
    const frozen = freezePlan(ground, person, request);
    return { frozen, contradictions: sayContradictions(ground, frozen) };
  }

  function change(session: PlanSession, request: PlanSession['request']): ArbitrationPlan {
    if (session.control !== null) throw failure('not-allowed', { message: RUNNING });
    Object.assign(session, { request, ...freeze(request) });
    session.state = session.result === null ? 'prepared' : 'edited';
    session.message = null;
    if (session.result !== null && !store.readOnly) keepPlanQuestion(store, session.planId, writeAsked(session));
    return view(session);
  }

  function keep(session: PlanSession): void {
    const { planId: id, result } = session;
    if (result === null || store.readOnly) return;
    keepPlan(store, { id, asked: writeAsked(session), made: writeMade(result, outcomeOf(result)) });
  }

  function forget(planId: string): void {
    sessions.delete(planId);
    if (!store.readOnly) forgetKeptPlan(store, planId);
  }

  async function restored(): Promise<void> {
    if (shelf.isRestored || store.readOnly) return;
    const kept = readKeptPlans(store);
    if (kept.length > 0) await ready();
    // Asked twice meanwhile, or signed out: who is there decides what is in sight.
    if (shelf.isRestored || ground.person() === null) return;
    shelf.isRestored = true;
    const made = [...sessions];
    sessions.clear();
    for (const row of kept) {
      const session = restorePlan(row, freeze, ground.image.candidates);
      if (session === null) forgetKeptPlan(store, row.id);
      else sessions.set(row.id, session);
    }
    for (const [planId, session] of made) sessions.set(planId, session);
  }

  async function ready(): Promise<void> {
    await ground.image.loaded('mission');
    await ground.image.loaded('candidate');
  }

  /** The pairs that a second run keeps where it can: those of the last answer. */
  function pairsBefore({ result }: PlanSession): PlanSession['request']['before'] {
    if (result === null) return null;
    const { frozen, answer } = result;
    return answer.pairs.map(({ mission, slot }) => ({
      missionId: frozen.missions[mission]?.id ?? '',
      candidateId: frozen.candidateIds[slot] ?? '',
    }));
  }

  async function* run(planId: string, signal: AbortSignal | undefined): AsyncGenerator<PlanProgress, void> {
    const session = require(planId);
    if (session.control !== null) throw failure('not-allowed', { message: RUNNING });
    const control = new AbortController();
    session.control = control;
    const cancel = () => control.abort();
    signal?.addEventListener('abort', cancel);
    const start = stopwatch();
    const stateBefore = session.state;
    try {
      session.state = 'running';
      session.message = null;
      yield { phase: 'reading', done: 0, outOf: 1, label: 'Lecture de l’état du poste' };
      await ready();
      Object.assign(session, freeze({ ...session.request, before: pairsBefore(session) }));
      if (session.contradictions.length > 0) {
        session.state = stateBefore;
        throw failure('not-allowed', { message: CONTRADICTION });
      }
      const { frozen, request } = session;
      const queue = createProgressQueue();
      const answering = runPlan(startWorker, frozen.problem, queue.tell, control.signal);
      const ended = answering.then(queue.end, queue.end);
      yield* queue.follow();
      await ended;
      const answer = await answering;
      const table = planTable(frozen, answer, ground.image.candidates);
      session.result = { request, frozen, answer, table, milliseconds: stopwatch() - start };
      session.state = 'ready';
      keep(session);
      yield { phase: 'done', done: 1, outOf: 1, label: 'Plan calculé' };
    } catch (error) {
      if (session.state === 'running') {
        const isCancelled = error instanceof PlanCancelled;
        session.state = isCancelled ? 'cancelled' : 'failed';
        session.message = isCancelled ? CANCELLED : DIED;
        throw failure('not-allowed', { message: session.message });
      }
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
      control.abort();
      session.control = null;
      if (session.state === 'running') {
        session.state = 'cancelled';
        session.message = CANCELLED;
      }
    }
  }

  return {
    restored,
    async prepare(scope, constraints) {
      const request = { ...requestFor(scope, constraints), edits: [], before: null };
      await ready();
      const planId = makeId();
      const session: PlanSession = {
        ...{ planId, request, ...freeze(request) },
        ...{ state: 'prepared', message: null, result: null, control: null },
      };
      sessions.set(planId, session);
      for (const [oldest, { control }] of sessions) {
        if (sessions.size > MOST_PLANS && control === null) forget(oldest);
      }
      return view(session);
    },
    async adjust(planId, scope, constraints) {
      const session = require(planId);
      await ready();
      return change(session, { ...session.request, ...requestFor(scope, constraints, session.request) });
    },
    edit(planId, edits) {
      const session = require(planId);
      return change(session, { ...session.request, edits: applyEdits(session.request.edits, edits) });
    },
    run,
    cancel: (planId) => require(planId).control?.abort(),
    view: (planId) => view(require(planId)),
    list: () => [...sessions.values()].toReversed().map(view),
    forget(planId) {
      require(planId).control?.abort();
      forget(planId);
    },
    result(planId) {
      const { result } = require(planId);
      if (result === null) throw failure('not-allowed', { message: NOT_RUN });
      return result;
    },
    toCommit(planId) {
      const person = ground.person();
      const { result, state } = require(planId);
      if (person === null) throw failure('signed-out');
      if (result === null) throw failure('not-allowed', { message: NOT_RUN });
      if (result.foundAgain?.isChanged === true) throw failure('not-allowed', { message: OUT_OF_DATE });
      // What was pinned or forbidden since would not be in what is proposed.
      if (state === 'edited') throw failure('not-allowed', { message: EDITED });
      return planToCommit(person, result);
    },
    repair(planId, batchId) {
      const session = require(planId);
      const edits = readBatch(ground.store.statements, batchId).flatMap(judgedPair);
      return change(session, { ...session.request, edits: applyEdits(session.request.edits, edits) });
    },
    close() {
      for (const { control } of sessions.values()) control?.abort();
      sessions.clear();
    },
  };
}

/**
 * A pair that the nation did not take is not tried again by this plan; one that it took is held from now on, and a pin
 * on it has nothing left to say.
 */
function judgedPair({ kind, state, missionId, candidateId }: OutboxRow): PlanEdit[] {
  if (kind !== 'proposal.create' || missionId === null || candidateId === null) return [];
  if (state === 'refused' || state === 'conflict') return [{ kind: 'forbid', missionId, candidateId }];
  return state === 'confirmed' ? [{ kind: 'release', missionId, candidateId }] : [];
}
