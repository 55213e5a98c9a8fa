/** The state that a plan is made on, taken in one turn: nothing moves between its first mission and its last candidate. */
import type {
  ArbitrationConstraints,
  ArbitrationPlan,
  ArbitrationScope,
  PlanEdit,
} from '../../../contract/app/arbitration-contract.ts';
import { rangeContains } from '../../../contract/domain/civil-date.ts';
import { openingReceives } from '../../../contract/domain/opening.ts';
import type { Priority } from '../../../contract/domain/priority.ts';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import { openingFacts } from '../../../contract/national/facts/opening-facts.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { readLiveOpenings } from '../../store/queries/decision-rows.ts';
import { readHeldPairs } from '../../store/queries/solicitation-rows.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { EngineSession } from '../engine-control.ts';
import { openingTerms } from '../matching/mission-terms.ts';
import { freezePeople } from './frozen-people.ts';
import type { PlanGround } from './plan-ground.ts';
import type { CountedOpening, PlacedPair, PlanProblem } from './plan-problem.ts';
import type { MissionInScope } from './plan-scope.ts';
import { isNationalDesk, missionsInScope } from './plan-scope.ts';
import { readFatigue } from './responses.ts';
import type { StateMark } from './state-mark.ts';
import { markState } from './state-mark.ts';

export interface PlanRequest {
  readonly scope: ArbitrationScope;
  /** Ids chosen by hand, or null. */
  readonly chosen: readonly string[] | null;
  readonly constraints: ArbitrationConstraints;
  readonly edits: readonly PlanEdit[];
  /** Pairs of the plan before, by ids; null for a first plan. */
  readonly before: readonly { readonly missionId: string; readonly candidateId: string }[] | null;
}

export interface HeldPair {
  readonly mission: number;
  readonly candidateId: string;
}

export interface FrozenPlan {
  readonly problem: PlanProblem;
  readonly revision: number;
  readonly mark: StateMark;
  readonly takenAt: number;
  /** By mission, as the problem has them. */
  readonly missions: readonly MissionViewRow[];
  readonly remaining: readonly number[];
  /** By place. */
  readonly candidateIds: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly held: readonly HeldPair[];
  /** Names of the counted openings, for who reads a contradiction. */
  readonly openingReasons: readonly string[];
  /** Edits whose mission or person is not in sight any more. */
  readonly lost: readonly PlanEdit[];
  readonly counts: Pick<ArbitrationPlan['counts'], 'missions' | 'posts' | 'held' | 'candidates' | 'free'>;
}

/** Missions and people must have been read (`image.loaded`). */
export function freezePlan(ground: PlanGround, person: EngineSession['person'], request: PlanRequest): FrozenPlan {
  const { image, store } = ground;
  image.flush();
  const { now } = image;
  const inScope = missionsInScope(image, request.scope, request.chosen, person);
  const missions = inScope.map(({ row }) => row);
  const indexOf = new Map(missions.map(({ id }, index) => [id, index]));
  const freezing = freezePeople(image.candidates, readFatigue(store, now));
  const held = heldPairs(ground, indexOf, inScope);
  const heldCounts = new Int32Array(missions.length);
  for (const { mission } of held) heldCounts[mission] = (heldCounts[mission] ?? 0) + 1;
  const desk = isNationalDesk(person.role);
  const { reach, ...constraints } = request.constraints;
  const openings = desk ? [] : countedOpenings(ground, missions);
  const place = ({ missionId, candidateId }: { missionId: string; candidateId: string }): PlacedPair[] => {
    const [mission, slot] = [indexOf.get(missionId), freezing.placeOf.get(candidateId)];
    return mission === undefined || slot === undefined ? [] : [[mission, slot]];
  };
  const ofKind = (kind: PlanEdit['kind']) => request.edits.filter((edit) => edit.kind === kind);
  const problem: PlanProblem = {
    people: freezing.people,
    missions: missions.map((row) => {
      const terms = image.missions.terms(row, image.candidates, now);
      return { ...terms, pairs: freezing.replace(terms.pairs) };
    }),
    posts: Int32Array.from(inScope, ({ remaining }, index) => Math.max(0, remaining - (heldCounts[index] ?? 0))),
    weights: Uint8Array.from(missions, ({ priority }) => weightOf(priority)),
    isNational: desk && reach === 'nation',
    constraints,
    openings: openings.map(({ counted }) => counted),
    pins: ofKind('pin').flatMap(place),
    forbidden: ofKind('forbid').flatMap(place),
    before: request.before === null ? null : request.before.flatMap(place),
  };
  return {
    problem,
    revision: image.revision,
    mark: markState(store, now),
    takenAt: now,
    missions,
    remaining: inScope.map(({ remaining }) => remaining),
    candidateIds: freezing.ids,
    placeOf: freezing.placeOf,
    held,
    openingReasons: openings.map(({ reason }) => reason),
    lost: ofKind('pin').filter((edit) => place(edit).length === 0),
    counts: countScope(problem, inScope, held.length),
  };
}

/** 5 for P1 … 1 for no priority. */
export const weightOf = (priority: string): number => {
  const lane = PRIORITIES.indexOf(priority as Priority);
  return PRIORITIES.length - (lane < 0 ? PRIORITIES.length - 1 : lane);
};

/** People already proposed or contacted keep their post, as many as there are posts. */
function heldPairs(
  { store }: PlanGround,
  indexOf: ReadonlyMap<string, number>,
  inScope: readonly MissionInScope[],
): readonly HeldPair[] {
  const left = inScope.map(({ remaining }) => remaining);
  const held: HeldPair[] = [];
  for (const { missionId, candidateId } of readHeldPairs(store)) {
    const mission = indexOf.get(missionId);
    if (mission === undefined || (left[mission] ?? 0) === 0) continue;
    left[mission] = (left[mission] ?? 0) - 1;
    held.push({ mission, candidateId });
  }
  return held;
}

function countedOpenings(
  { store, image }: PlanGround,
  missions: readonly MissionViewRow[],
): readonly { readonly counted: CountedOpening; readonly reason: string }[] {
  return readLiveOpenings(store).flatMap((row) => {
    const opening = openingFacts(row);
    const receives = Uint8Array.from(missions, ({ id, agency }) => {
      const isToday = rangeContains(opening, todayOf(agency, image.now));
      return isToday && openingReceives(opening.receiver, { id, agency: agency as never }) ? 1 : 0;
    });
    if (opening.state !== 'active' || !receives.includes(1)) return [];
    const terms = openingTerms(opening, image.candidates.terms);
    return [{ counted: { terms, left: Math.max(0, row.ceiling - row.used), receives }, reason: row.reason }];
  });
}

function countScope(
  { people, missions }: PlanProblem,
  inScope: readonly MissionInScope[],
  held: number,
): FrozenPlan['counts'] {
  const professions = new Set(missions.flatMap((mission) => mission.professions));
  const { at } = people;
  const asked = [...at.profession.keys()].filter((place) => professions.has(at.profession[place] ?? 0));
  return {
    missions: missions.length,
    posts: inScope.reduce((sum, { remaining }) => sum + remaining, 0),
    held,
    candidates: asked.length,
    free: asked.filter((place) => at.held[place] === 0).length,
  };
}
