/** Where a plan sends people, region to region: what the map of flows draws. */
import type { z } from 'zod';
import type { flowSchema } from '../../../contract/app/arbitration-contract.ts';
import { tenths } from './count-plan.ts';
import type { FrozenPlan } from './freeze-plan.ts';
import { PairGates } from './pair-gates.ts';
import type { PlanAnswer } from './plan-problem.ts';

export type Flow = z.infer<typeof flowSchema>;

/** 0 where only the CCS regulates. */
const agencyOrNull = (agency: number | undefined): number | null =>
  agency === undefined || agency === 0 ? null : agency;

/** Largest first. */
export function planFlows({ problem, missions }: FrozenPlan, { pairs }: PlanAnswer): Flow[] {
  const gates = new PairGates(problem);
  const routes = Map.groupBy(
    pairs,
    ({ mission, slot }) => `${gates.terms.at.agency[slot]}>${missions[mission]?.agency}`,
  );
  const flows = [...routes.values()].map((some): Flow => {
    const [first] = some;
    const professions = Map.groupBy(some, ({ mission }) => missions[mission]?.profession ?? '');
    const ways = some.map(({ mission, slot }) => gates.distance(mission, slot)).filter((way) => !Number.isNaN(way));
    return {
      fromAgency: agencyOrNull(gates.terms.at.agency[first?.slot ?? -1]),
      toAgency: missions[first?.mission ?? -1]?.agency ?? null,
      people: some.length,
      kilometres: tenths(ways.reduce((sum, way) => sum + way, 0)),
      professions: [...professions]
        .map(([profession, own]) => ({ profession, people: own.length }))
        .sort((left, right) => right.people - left.people || (left.profession < right.profession ? -1 : 1)),
    };
  });
  return flows.sort((left, right) => right.people - left.people || (left.fromAgency ?? 0) - (right.fromAgency ?? 0));
}
