import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENCIES } from '../../../contract/domain/geography/agency.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { CivilDays } from './civil-days.ts';

const agency = fc.constantFrom(null, 0, ...AGENCIES.map(({ code }) => code as number));
const instant = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2023, 0, 1) });

describe('civil days remembered', () => {
  it('are those that the calendar says, in every zone, however often they are asked', () => {
    const days = new CivilDays();
    fc.assert(
      fc.property(agency, instant, (where, when) => {
        expect(days.of(where, when)).toBe(todayOf(where, when));
        expect(days.of(where, when + 1)).toBe(todayOf(where, when + 1));
      }),
    );
  });

  it('change at the very midnight of each zone', () => {
    const days = new CivilDays();
    for (const { code } of AGENCIES) {
      for (let quarter = 0; quarter < 96; quarter += 1) {
        const when = Date.UTC(2020, 9, 25) + quarter * 900_000;
        expect(days.of(code, when - 1)).toBe(todayOf(code, when - 1));
        expect(days.of(code, when)).toBe(todayOf(code, when));
      }
    }
  });
});
