import type { PlanGround } from '../arbitration/plan-ground.ts';
import type { Turns } from '../tables/turns.ts';

/** What simulations stand on: the open desk, as far as they need it. */
export interface SimulationGround extends PlanGround {
  readonly turns: Turns;
}
