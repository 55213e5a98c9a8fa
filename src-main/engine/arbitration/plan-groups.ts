/**
 * People of whom a plan may send only so many: those who come through one opening (its ceiling), and those of one region
 * and profession of whom the region keeps some. Nobody is in two: who comes from elsewhere through an opening counts
 * under it, the others under their region's reserve.
 */
import type { PairGates } from './pair-gates.ts';
import type { PlanProblem } from './plan-problem.ts';

export interface PlanGroup {
  readonly kind: 'opening' | 'reserve';
  /** Index of the opening; the agency that keeps a reserve. */
  readonly of: number;
  /** People of the group who are free. */
  readonly people: number;
  /** Of them, those who may be sent, pins included. */
  readonly limit: number;
}

export interface PlanGroups {
  /** By slot: index of `groups`, or -1. */
  readonly groupOf: Int32Array;
  readonly groups: readonly PlanGroup[];
}

/** The people that an agency keeps in each profession: its own rule, else that of "every other region". */
export function reserveOf(reserves: PlanProblem['constraints']['reserves'], agency: number): number {
  const own = reserves.find((rule) => rule.agency === agency);
  return (own ?? reserves.find((rule) => rule.agency === null))?.keep ?? 0;
}

export function planGroups({ openings, constraints, people }: PlanProblem, gates: PairGates): PlanGroups {
  const { at } = gates.terms;
  const groupOf = new Int32Array(people.recent.length).fill(-1);
  const indexes = new Map<string, number>();
  const found: { kind: PlanGroup['kind']; of: number; most: (people: number) => number; people: number }[] = [];
  const enter = (slot: number, key: string, group: Omit<(typeof found)[number], 'people'>): void => {
    const known = indexes.get(key) ?? found.push({ ...group, people: 0 }) - 1;
    indexes.set(key, known);
    groupOf[slot] = known;
    const entry = found[known];
    if (entry !== undefined) entry.people += 1;
  };
  for (let slot = 0; slot < groupOf.length; slot += 1) {
    if (!gates.isFree(slot)) continue;
    const agency = at.agency[slot] as number;
    const opening = gates.openingOf(slot);
    if (opening >= 0) {
      enter(slot, `o${opening}`, { kind: 'opening', of: opening, most: () => openings[opening]?.left ?? 0 });
      continue;
    }
    const keep = agency === 0 ? 0 : reserveOf(constraints.reserves, agency);
    if (keep === 0) continue;
    const most = (count: number) => Math.max(0, count - keep);
    enter(slot, `r${agency}.${at.profession[slot]}`, { kind: 'reserve', of: agency, most });
  }
  const groups = found.map(({ kind, of, most, people: count }) => ({ kind, of, people: count, limit: most(count) }));
  return { groupOf, groups };
}
