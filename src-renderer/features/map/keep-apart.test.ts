import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from './keep-apart.ts';
import { keepApart } from './keep-apart.ts';

const mark = (x: number, y: number, radius: number): Mark => ({ x, y, radius });

describe('markers of the map', () => {
  it('stay where they are when nothing covers them', () => {
    const marks = [mark(0, 0, 20), mark(60, 0, 16), mark(0, 80, 13)];
    expect(keepApart(marks, [])).toEqual(marks.map(({ x, y }) => ({ x, y })));
  });

  it('give way to those that stand already, and stay near', () => {
    const people = [mark(100, 100, 25)];
    const [need] = keepApart([mark(104, 98, 11)], people);
    const apart = Math.hypot((need?.x ?? 0) - 100, (need?.y ?? 0) - 100);
    expect(apart).toBeGreaterThanOrEqual(36);
    expect(Math.hypot((need?.x ?? 0) - 104, (need?.y ?? 0) - 98)).toBeLessThanOrEqual(46);
  });

  it('give way in their order: the first one stays', () => {
    const [first, second] = keepApart([mark(0, 0, 25), mark(10, 0, 25)], []);
    expect(first).toEqual({ x: 0, y: 0 });
    expect(Math.hypot(second?.x ?? 0, second?.y ?? 0)).toBeGreaterThanOrEqual(50);
  });

  it('never stray, however crowded, and are as many as before', () => {
    const any = fc.record({
      x: fc.integer({ min: 0, max: 120 }),
      y: fc.integer({ min: 0, max: 120 }),
      radius: fc.integer({ min: 8, max: 25 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), fc.array(any, { maxLength: 10 }), (marks, standing) => {
        const spots = keepApart(marks, standing);
        expect(spots).toHaveLength(marks.length);
        spots.forEach(({ x, y }, index) => {
          expect(Math.hypot(x - (marks[index]?.x ?? 0), y - (marks[index]?.y ?? 0))).toBeLessThan(46.01);
        });
      }),
      { numRuns: 50 },
    );
  });
});
