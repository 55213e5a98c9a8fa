import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeOf, isReachable, placeWindow } from './place-windows.ts';

const LEFT = { id: '1', bounds: { x: 0, y: 0, width: 1920, height: 1080 }, scale: 1 };
const MIDDLE = { id: '2', bounds: { x: 1920, y: 0, width: 2560, height: 1440 }, scale: 1 };
const RIGHT = { id: '3', bounds: { x: 4480, y: 200, width: 1280, height: 800 }, scale: 1 };
const CELL = [LEFT, MIDDLE, RIGHT];

const bounds = fc.record({
  x: fc.integer({ min: -500, max: 6000 }),
  y: fc.integer({ min: -500, max: 2000 }),
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 200, max: 2000 }),
});
const someDisplays = fc.subarray(CELL, { minLength: 1 });

describe('a window on the displays that are there', () => {
  it('stays where it was put while its display is there', () => {
    const home = homeOf({ x: 2000, y: 40, width: 1200, height: 900 }, CELL);
    expect(home.display?.id).toBe('2');
    expect(placeWindow(home, CELL)).toEqual(home.bounds);
    expect(placeWindow(home, [MIDDLE, LEFT])).toEqual(home.bounds);
  });

  it('takes the same relative place on the nearest display when its own is gone, and its own again when it is back', () => {
    const home = homeOf({ x: 4480 + 640, y: 200 + 400, width: 640, height: 400 }, CELL);
    const meanwhile = placeWindow(home, [LEFT]);
    expect(meanwhile).toEqual({ x: 1280, y: 680, width: 640, height: 400 });
    expect(placeWindow(home, CELL)).toEqual(home.bounds);
  });

  it('follows a display that moved or changed its size, also under another number', () => {
    const home = homeOf({ x: 1920, y: 0, width: 2560, height: 1440 }, CELL);
    expect(placeWindow(home, [{ ...MIDDLE, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }])).toEqual({
      x: 0,
      y: 0,
      width: 1920,
      height: 1080,
    });
    expect(placeWindow(home, [{ ...MIDDLE, id: '9' }])).toEqual(home.bounds);
  });

  it('says nothing when no display is known', () => {
    expect(placeWindow(homeOf({ x: 0, y: 0, width: 10, height: 10 }, []), [])).toBeNull();
  });

  it('can always be reached, whatever displays come and go', () => {
    const property = fc.property(bounds, someDisplays, someDisplays, (chosen, before, after) => {
      const place = placeWindow(homeOf(chosen, before), after);
      return place !== null && isReachable(place, after);
    });
    expect(fc.check(property, { numRuns: 2000 }).failed).toBe(false);
  });

  it('comes back to where a person put it, whatever happened in between', () => {
    const property = fc.property(bounds, someDisplays, (chosen, between) => {
      const first = placeWindow(homeOf(chosen, CELL), CELL);
      if (first === null) return false;
      const home = homeOf(first, CELL);
      placeWindow(home, between);
      return JSON.stringify(placeWindow(home, CELL)) === JSON.stringify(first);
    });
    expect(fc.check(property, { numRuns: 2000 }).failed).toBe(false);
  });
});
