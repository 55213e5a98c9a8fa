/**
 * A computed plan as the base keeps it, and as it comes back after a restart. What it stood on is not kept: the state is
 * frozen anew, and where it is no longer the one that the plan was made on the plan says so and is not decided.
 *
 * ```
 *   run ──▶ kept ──restart──▶ same state ──▶ CALCULÉ, as it was
 *                        └──▶ another    ──▶ MODIFIÉ, out of date: shown, to be run again before it is decided
 * ```
 */
import { z } from 'zod';
import {
  arbitrationConstraintsSchema,
  arbitrationScopeSchema,
  planEditSchema,
  planSchema,
} from '../../../contract/app/arbitration-contract.ts';
import { SHORTFALL_REASONS } from '../../../contract/domain/shortfall.ts';
import type { KeptPlanRow } from '../../store/kept-plans.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import type { PlanRequest } from './freeze-plan.ts';
import type { PlannedPair } from './plan-problem.ts';
import { planTable } from './plan-rows.ts';
import type { PlanResult, PlanSession } from './plan-session.ts';
import { isSameState, stateMarkSchema } from './state-mark.ts';

const requestSchema = z.strictObject({
  scope: arbitrationScopeSchema,
  chosen: z.array(z.string()).nullable(),
  constraints: arbitrationConstraintsSchema,
  edits: z.array(planEditSchema),
});

const askedSchema = z.strictObject({ request: requestSchema, isEdited: z.boolean() });

const countSchema = z.strictObject({
  byWeight: z.array(z.int()),
  kilometres: z.number(),
  medianKilometres: z.number().nullable(),
  beyondRegion: z.int(),
});

const PINNED = 1;
const KEPT = 2;

const madeSchema = z.strictObject({
  mark: stateMarkSchema,
  /** Milliseconds since 1970. */
  takenAt: z.number(),
  milliseconds: z.number(),
  request: requestSchema,
  /** There was a plan before it. */
  isAgain: z.boolean(),
  missions: z.array(z.string()),
  /** Place of the mission, id of the person, PINNED | KEPT. */
  pairs: z.array(z.tuple([z.int(), z.string(), z.int()])),
  /** Place of the mission, posts, why. */
  empty: z.array(z.tuple([z.int(), z.int(), z.enum(SHORTFALL_REASONS)])),
  plan: countSchema,
  greedy: countSchema,
  isProven: z.boolean(),
  weighed: z.int(),
  kept: z.int().nullable(),
  outcome: planSchema.shape.outcome.unwrap(),
});

const withoutBefore = ({ scope, chosen, constraints, edits }: PlanRequest) => ({ scope, chosen, constraints, edits });

/** What is asked of the plan now. */
export function writeAsked({ request, state }: Pick<PlanSession, 'request' | 'state'>): string {
  return JSON.stringify({ request: withoutBefore(request), isEdited: state === 'edited' });
}

/** What its last run gave. @param outcome as windows are told it */
export function writeMade(
  { request, frozen, answer, milliseconds }: PlanResult,
  outcome: z.infer<typeof madeSchema>['outcome'],
): string {
  const { problem, mark, takenAt } = frozen;
  const before = new Set((problem.before ?? []).map(([mission, slot]) => `${mission} ${slot}`));
  const { plan, greedy, isProven, weighed, kept } = answer;
  return JSON.stringify({
    ...{ mark, takenAt, milliseconds, plan, greedy, isProven, weighed, kept, outcome },
    request: withoutBefore(request),
    isAgain: problem.before !== null,
    missions: frozen.missions.map(({ id }) => id),
    pairs: answer.pairs.map(({ mission, slot, isPinned }) => [
      mission,
      frozen.candidateIds[slot] ?? '',
      (isPinned ? PINNED : 0) | (before.has(`${mission} ${slot}`) ? KEPT : 0),
    ]),
    empty: answer.empty.map(({ mission, posts, reason }) => [mission, posts, reason]),
  });
}

const NUMBER = new Intl.NumberFormat('fr-FR');

/** @example foundAgainSentence(277_499, false) // 'Plan retrouvé après un redémarrage, calculé sur l’état n° 277 499…' */
export function foundAgainSentence(number: number, isChanged: boolean): string {
  const what = `Plan retrouvé après un redémarrage, calculé sur l’état n° ${NUMBER.format(number)} de la nation`;
  return isChanged
    ? `${what}. L’état a changé depuis : relancez-le avant de décider.`
    : `${what} : rien n’a changé depuis.`;
}

/** Freezes the present state for a request, as every plan does. */
export type FreezeNow = (request: PlanRequest) => Pick<PlanSession, 'frozen' | 'contradictions'>;

/** @returns null when what was kept cannot be read by this version */
export function restorePlan(row: KeptPlanRow, freeze: FreezeNow, people: CandidateTable): PlanSession | null {
  const asked = askedSchema.safeParse(JSON.parse(row.asked));
  const kept = madeSchema.safeParse(JSON.parse(row.made));
  if (!asked.success || !kept.success) return null;
  const made = kept.data;
  const before = made.pairs.flatMap(([mission, candidateId, bits]) =>
    (bits & KEPT) === 0 ? [] : [{ missionId: made.missions[mission] ?? '', candidateId }],
  );
  const request: PlanRequest = { ...made.request, before: made.isAgain ? before : null };
  const frozen = { ...freeze(request).frozen, takenAt: made.takenAt };
  const isChanged = !isSameState(frozen.mark, made.mark);
  const answer = { ...made, ...placedAgain(made, frozen) };
  const result: PlanResult = {
    ...{ request, frozen, answer, milliseconds: made.milliseconds },
    table: planTable(frozen, answer, people),
    foundAgain: { outcome: made.outcome, isChanged },
  };
  const now: PlanRequest = { ...asked.data.request, before: null };
  return {
    ...{ planId: row.id, request: now, ...freeze(now), result, control: null },
    state: isChanged || asked.data.isEdited ? 'edited' : 'ready',
    message: foundAgainSentence(made.mark.number, isChanged),
  };
}

/** Pairs and empty posts where missions and people stand now; those out of sight are left out. */
function placedAgain(
  { missions, pairs, empty }: z.infer<typeof madeSchema>,
  frozen: PlanResult['frozen'],
): Pick<PlanResult['answer'], 'pairs' | 'empty'> {
  const placeOf = new Map(frozen.missions.map(({ id }, place) => [id, place]));
  const missionAt = (place: number): number => placeOf.get(missions[place] ?? '') ?? -1;
  return {
    pairs: pairs.flatMap(([place, candidateId, bits]): PlannedPair[] => {
      const [mission, slot] = [missionAt(place), frozen.placeOf.get(candidateId)];
      return mission < 0 || slot === undefined ? [] : [{ mission, slot, isPinned: (bits & PINNED) !== 0 }];
    }),
    empty: empty.flatMap(([place, posts, reason]) => {
      const mission = missionAt(place);
      return mission < 0 ? [] : [{ mission, posts, reason }];
    }),
  };
}
