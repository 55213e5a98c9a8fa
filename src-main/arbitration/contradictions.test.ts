import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pin, PlanContradiction } from './contradictions.ts';
import { findContradictions } from './contradictions.ts';

type Demand =
  | { readonly type: 'pin'; readonly pin: Pin<string> }
  | { readonly type: 'rule'; readonly pin: Pin<string>; readonly rule: string }
  | { readonly type: 'bound'; readonly name: keyof Pin<string>; readonly place: number; readonly most: number };

/** Every demand of a case, written out: what a set of them allows is counted by hand. */
function canHold(demands: readonly Demand[]): boolean {
  const pins = demands.filter((one) => one.type === 'pin').map(({ pin }) => pin);
  return demands.every((demand) => {
    if (demand.type === 'rule') return !pins.includes(demand.pin);
    if (demand.type === 'bound') return pins.filter((pin) => pin[demand.name] === demand.place).length <= demand.most;
    return true;
  });
}

function demandsOf(found: PlanContradiction<string>): Demand[] {
  const pins = found.pins.map((pin): Demand => ({ type: 'pin', pin }));
  if (found.kind === 'rule')
    return [...pins, ...found.pins.map((pin): Demand => ({ type: 'rule', pin, rule: found.rule }))];
  if (found.kind === 'posts')
    return [...pins, { type: 'bound', name: 'mission', place: found.mission, most: found.most }];
  if (found.kind === 'group') return [...pins, { type: 'bound', name: 'group', place: found.group, most: found.most }];
  return [...pins, { type: 'bound', name: 'candidate', place: found.candidate, most: 1 }];
}

const pinArb = fc.record({
  mission: fc.integer({ min: 0, max: 3 }),
  candidate: fc.integer({ min: 0, max: 5 }),
  group: fc.integer({ min: -1, max: 2 }),
  forbiddenBy: fc.subarray(['distance', 'wall'], { maxLength: 2 }),
});
const few = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 });

describe('contradictions of a plan', () => {
  it('are told exactly when all demands together cannot hold', () => {
    fc.assert(
      fc.property(fc.array(pinArb, { maxLength: 8 }), few, few, (pins, posts, limits) => {
        const all: Demand[] = [
          ...pins.map((pin): Demand => ({ type: 'pin', pin })),
          ...pins.flatMap((pin) => pin.forbiddenBy.map((rule): Demand => ({ type: 'rule', pin, rule }))),
          ...posts.map((most, place): Demand => ({ type: 'bound', name: 'mission', place, most })),
          ...limits.map((most, place): Demand => ({ type: 'bound', name: 'group', place, most })),
          ...[0, 1, 2, 3, 4, 5].map((place): Demand => ({ type: 'bound', name: 'candidate', place, most: 1 })),
        ];
        expect(findContradictions(pins, posts, limits).length === 0).toBe(canHold(all));
      }),
    );
  });

  it('are minimal: without any one demand the others can hold', () => {
    fc.assert(
      fc.property(fc.array(pinArb, { minLength: 2, maxLength: 8 }), few, few, (pins, posts, limits) => {
        for (const found of findContradictions(pins, posts, limits)) {
          const demands = demandsOf(found);
          expect(canHold(demands)).toBe(false);
          for (const one of demands) expect(canHold(demands.filter((other) => other !== one))).toBe(true);
        }
      }),
    );
  });
});
