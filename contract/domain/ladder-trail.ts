import type { Instant } from './instant.ts';
import type { PoolKind } from './pool.ts';
import type { ProfessionCode } from './profession.ts';
import { professionOf } from './profession.ts';
import type { LadderNeed, LadderStep } from './solidarity-ladder.ts';
import { ladderOf } from './solidarity-ladder.ts';

/** Somebody who was proposed to a mission or contacted for it: a trace of the step that was tried. */
export interface LadderTrace {
  readonly at: Instant;
  readonly pools: readonly PoolKind[];
  readonly agency: number | null;
  readonly departement: string;
  readonly outcome: 'waiting' | 'accepted' | 'ended-without';
}

/** What was tried at one step, from the first time to the last. */
export interface LadderTrial {
  readonly step: LadderStep;
  /** Null: not tried. */
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  /** Proposals and contacts made at this step, and what became of them. */
  readonly people: number;
  readonly accepted: number;
  readonly waiting: number;
}

/**
 * The step from which a person comes for a mission (DOMAIN §6): a student by the student reserve, a member of a
 * territorial platform by it, then by distance of the territory.
 *
 * @example stepOf({ pools: ['regional-volunteers'], agency: 6, departement: '54' }, { agency: 6, departement: '57' })
 * // 'region'
 */
export function stepOf(
  person: Pick<LadderTrace, 'pools' | 'agency' | 'departement'>,
  mission: { readonly agency: number | null; readonly departement: string },
): LadderStep {
  if (person.agency !== mission.agency) return 'other-regions';
  if (person.pools.includes('student-reserve')) return 'students-own-circuit';
  if (person.pools.includes('territorial')) return 'territorial-platform';
  return person.departement === mission.departement ? 'professionals-of-territory' : 'region';
}

/**
 * Is a diploma asked, so that students are not? Every profession that a diploma gives, but those of the students
 * themselves and the trades that need none.
 */
export function asksGraduate(profession: ProfessionCode): boolean {
  const { family } = professionOf(profession);
  return (
    family !== 'student' &&
    family !== 'other' &&
    profession !== 'agent-de-service' &&
    profession !== 'auxiliaire-de-vie'
  );
}

const NOTHING = { firstAt: null, lastAt: null, people: 0, accepted: 0, waiting: 0 } as const;

function withTrace(trial: LadderTrial, trace: Pick<LadderTrace, 'at' | 'outcome'>): LadderTrial {
  return {
    step: trial.step,
    firstAt: trial.firstAt === null ? trace.at : Math.min(trial.firstAt, trace.at),
    lastAt: trial.lastAt === null ? trace.at : Math.max(trial.lastAt, trace.at),
    people: trial.people + 1,
    accepted: trial.accepted + (trace.outcome === 'accepted' ? 1 : 0),
    waiting: trial.waiting + (trace.outcome === 'waiting' ? 1 : 0),
  };
}

/**
 * The ladder of a mission with what was really tried, step by step in the ladder's order. A step that makes no sense
 * for the need is shown all the same when it was tried.
 *
 * @param asked instants at which a step was asked for without anybody named: an opening for other regions, a request
 * to the Réserve sanitaire
 */
export function ladderTrail(
  need: LadderNeed,
  mission: { readonly agency: number | null; readonly departement: string },
  traces: readonly LadderTrace[],
  asked: Readonly<Partial<Record<LadderStep, readonly Instant[]>>> = {},
): readonly LadderTrial[] {
  const trials = new Map<LadderStep, LadderTrial>(ladderOf(need).map((step) => [step, { step, ...NOTHING }]));
  const order = new Map(
    ladderOf({ graduateRequired: false, specificSkill: false, platformMember: true }).map((step, at) => [step, at]),
  );
  for (const trace of traces) {
    const step = stepOf(trace, mission);
    trials.set(step, withTrace(trials.get(step) ?? { step, ...NOTHING }, trace));
  }
  for (const [step, instants] of Object.entries(asked) as [LadderStep, readonly Instant[]][]) {
    for (const at of instants) {
      const known = trials.get(step) ?? { step, ...NOTHING };
      const firstAt = known.firstAt === null ? at : Math.min(known.firstAt, at);
      trials.set(step, { ...known, firstAt, lastAt: Math.max(known.lastAt ?? at, at) });
    }
  }
  return [...trials.values()].sort((left, right) => (order.get(left.step) ?? 0) - (order.get(right.step) ?? 0));
}

/** The steps that were tried: what an alert tells the CCS. */
export function triedSteps(trials: readonly LadderTrial[]): readonly LadderStep[] {
  return trials.filter(({ firstAt }) => firstAt !== null).map(({ step }) => step);
}
