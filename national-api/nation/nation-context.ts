/** What every maker of a part of the nation is given. */
import type { Places } from '../../contract/domain/geography/places.ts';
import type { NationDay } from './nation-day.ts';
import type { NationPlan } from './nation-size.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';

export interface NationContext {
  readonly plan: NationPlan;
  readonly day: NationDay;
  readonly places: Places;
  /** A stream of this nation, by topic. */
  stream(topic: string): Random;
}

export function nationContext(plan: NationPlan, day: NationDay, places: Places): NationContext {
  return { plan, day, places, stream: (topic) => createRandom(plan.seed, `${plan.size}:${topic}`) };
}
