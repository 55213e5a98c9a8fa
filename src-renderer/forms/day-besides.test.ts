import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isCivilDate } from '../../contract/domain/civil-date.ts';
import { dayBesides } from './day-besides.ts';

describe('where a key leads in a calendar', () => {
  it.each([
    ['2021-03-31', 'ArrowRight', '2021-04-01'],
    ['2021-03-01', 'ArrowLeft', '2021-02-28'],
    ['2021-03-03', 'ArrowUp', '2021-02-24'],
    ['2021-12-30', 'ArrowDown', '2022-01-06'],
    ['2021-03-31', 'PageDown', '2021-04-30'],
    ['2021-01-31', 'PageDown', '2021-02-28'],
    ['2020-01-30', 'PageDown', '2020-02-29'],
    ['2021-01-15', 'PageUp', '2020-12-15'],
    ['2021-03-17', 'Home', '2021-03-15'],
    ['2021-03-17', 'End', '2021-03-21'],
    ['2021-03-15', 'Home', '2021-03-15'],
    ['2021-03-21', 'End', '2021-03-21'],
    ['2021-03-21', 'Enter', null],
    ['2021-03-21', 'a', null],
  ])('%s, %s: %s', (day, key, expected) => {
    expect(dayBesides(day, key)).toBe(expected);
  });

  it('always leads to a day that exists', () => {
    const keys = fc.constantFrom(
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'ArrowDown',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), keys, (days, key) => {
        expect(isCivilDate(dayBesides(addDays('2000-01-01', days), key) ?? '')).toBe(true);
      }),
    );
  });
});
