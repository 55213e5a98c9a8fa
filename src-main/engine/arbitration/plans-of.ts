/** The shelf of plans of each open desk: made when it is first asked for, gone with the desk. */
import { makeUuidV7 } from '../make-uuid-v7.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { PlanShelf } from './plan-shelf.ts';
import { createPlanShelf } from './plan-shelf.ts';
import type { StartPlanWorker } from './run-plan.ts';
import { startPlanWorker } from './run-plan.ts';

export type PlansOf = (desk: OpenDesk) => PlanShelf;

/** @example const plansOf = createPlansOf(); plansOf(desk).list(); */
export function createPlansOf(startWorker: StartPlanWorker = startPlanWorker): PlansOf {
  const shelves = new WeakMap<OpenDesk, PlanShelf>();
  return (desk) => {
    const known = shelves.get(desk);
    if (known !== undefined) return known;
    const made = createPlanShelf(desk, {
      makeId: () => makeUuidV7(desk.image.now),
      stopwatch: () => desk.turns.stopwatch(),
      startWorker,
    });
    shelves.set(desk, made);
    return made;
  };
}
