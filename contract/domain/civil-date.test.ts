import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilRange } from './civil-date.ts';
import {
  addDays,
  daysBetween,
  formatCivilDate,
  isCivilDate,
  parseCivilDate,
  rangeContains,
  rangesOverlap,
  todayIn,
} from './civil-date.ts';

const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
const range: fc.Arbitrary<CivilRange> = fc.record({
  from: fc.integer({ min: 0, max: 60 }).map((days) => addDays('2020-07-01', days)),
  until: fc.option(fc.integer({ min: 0, max: 60 }).map((days) => addDays('2020-07-01', days))),
});

describe('parseCivilDate', () => {
  it.each([
    ['2020-07-09', '2020-07-09'],
    ['09/07/2020', '2020-07-09'],
    [' 9/7/2020 ', '2020-07-09'],
    ['29/02/2020', '2020-02-29'],
  ])('F129 reads %j as %s', (text, value) => {
    expect(parseCivilDate(text)).toEqual({ ok: true, value, warnings: [] });
  });

  it.each(['', '31/04/2020', '29/02/2021', '2020-13-01', '2020-00-10', '20/07/20', '1789-07-14', '2020-07-09T00:00'])(
    'F52 refuses %j',
    (text) => {
      expect(parseCivilDate(text).ok).toBe(false);
    },
  );
});

describe('arithmetic of days', () => {
  it('adding then counting gives the number back, and dates compare as text', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isCivilDate(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(Math.sign(days)).toBe(from === to ? 0 : from < to ? 1 : -1);
      }),
    );
  });

  it('two ranges overlap exactly when a day lies in both', () => {
    fc.assert(
      fc.property(range, range, (left, right) => {
        const wellFormed = [left, right].every(({ from, until }) => until === null || from <= until);
        fc.pre(wellFormed);
        const days = Array.from({ length: 62 }, (_, index) => addDays('2020-07-01', index));
        const shared = days.some((day) => rangeContains(left, day) && rangeContains(right, day));
        expect(rangesOverlap(left, right)).toBe(shared);
        expect(rangesOverlap(right, left)).toBe(shared);
      }),
    );
  });

  it('bounds are inclusive: dates that touch overlap', () => {
    const first = { from: '2020-07-01', until: '2020-07-10' };
    expect(rangesOverlap(first, { from: '2020-07-10', until: null })).toBe(true);
    expect(rangesOverlap(first, { from: '2020-07-11', until: null })).toBe(false);
  });
});

describe('todayIn', () => {
  it.each([
    ['Europe/Paris', '2020-07-01T21:59:59Z', '2020-07-01'],
    ['Europe/Paris', '2020-07-01T22:00:00Z', '2020-07-02'],
    ['Indian/Reunion', '2020-07-01T20:00:00Z', '2020-07-02'],
    ['America/Martinique', '2020-07-02T03:59:59Z', '2020-07-01'],
    ['America/Cayenne', '2020-01-01T02:59:59Z', '2019-12-31'],
  ])('in %s, %s is %s', (zone, instant, expected) => {
    expect(todayIn(zone, Date.parse(instant))).toBe(expected);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => todayIn('Europe/Nancy', 0)).toThrow(RangeError);
  });
});

describe('formatCivilDate', () => {
  it.each([
    ['2020-07-13', '13 juil. 2020'],
    ['2020-07-01', '1 juil. 2020'],
    ['2021-02-28', '28 févr. 2021'],
    ['2020-05-31', '31 mai 2020'],
  ])('F129 shows %s as %s', (day, text) => {
    expect(formatCivilDate(day)).toBe(text);
  });
});
