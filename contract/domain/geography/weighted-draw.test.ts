import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWeightedDraw } from './weighted-draw.ts';

const weights = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 30 });
const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('createWeightedDraw', () => {
  it('never draws what weighs nothing, unless nothing weighs', () => {
    fc.assert(
      fc.property(weights, unit, (list, at) => {
        const drawn = createWeightedDraw(list, (weight) => weight)(at);
        expect(drawn > 0 || list.every((weight) => weight === 0)).toBe(true);
      }),
    );
  });

  it('gives each item its share', () => {
    const draw = createWeightedDraw(
      ['rare', 'never', 'frequent'],
      (word) => ({ rare: 1, never: 0, frequent: 9 })[word] ?? 0,
    );
    const drawn = Array.from({ length: 1000 }, (_, index) => draw(index / 1000));
    expect(drawn.filter((word) => word === 'rare')).toHaveLength(100);
    expect(drawn.filter((word) => word === 'frequent')).toHaveLength(900);
  });

  it('draws equally when every weight is zero', () => {
    const draw = createWeightedDraw(['a', 'b'], () => 0);
    expect([draw(0), draw(0.49), draw(0.5), draw(0.99)]).toEqual(['a', 'a', 'b', 'b']);
  });

  it('refuses an empty list and numbers outside [0, 1)', () => {
    expect(() => createWeightedDraw([], () => 1)(0)).toThrow('Nothing to draw from');
    for (const at of [-0.1, 1, Number.NaN]) expect(() => createWeightedDraw(['a'], () => 1)(at)).toThrow(RangeError);
  });
});
