import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnarImage } from './columnar-image.ts';

const setArb = fc.array(fc.integer({ min: 0, max: 63 }), { minLength: 1, maxLength: 40 });

function imageOf(sets: readonly number[]): ColumnarImage {
  const image = new ColumnarImage([{ name: 'kinds', type: 'bits' }]);
  sets.forEach((kinds, index) => {
    image.put(`r-${index}`, { kinds });
  });
  return image;
}

describe('a column of sets', () => {
  it('keeps whoever has one of the kinds asked, or none where none is asked', () => {
    fc.assert(
      fc.property(setArb, fc.uniqueArray(fc.constantFrom(0, 1, 2, 4, 8, 16, 32), { minLength: 1 }), (sets, values) => {
        const image = imageOf(sets);
        const kept = image.select([{ type: 'among', column: 'kinds', values }]);
        sets.forEach((kinds, index) => {
          const wanted = values.some((value) => (value === 0 ? kinds === 0 : (kinds & value) !== 0));
          expect(kept[image.slotOf(`r-${index}`) ?? -1]).toBe(wanted ? 1 : 0);
        });
      }),
    );
  });

  it('counts each kind over all who have it', () => {
    fc.assert(
      fc.property(setArb, (sets) => {
        const image = imageOf(sets);
        for (const { value, count } of image.column('kinds').count(image.select([]))) {
          const bit = Number(value);
          expect(count).toBe(sets.filter((kinds) => (bit === 0 ? kinds === 0 : (kinds & bit) !== 0)).length);
        }
      }),
    );
  });

  it('is asked nothing else', () => {
    const image = imageOf([1]);
    expect(() => image.select([{ type: 'between', column: 'kinds', from: 1, to: 2 }])).toThrow('between');
    expect(() => image.select([{ type: 'among', column: 'kinds', values: ['x'] }])).toThrow('no set of bits');
  });
});
