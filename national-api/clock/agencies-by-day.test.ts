import { describe, expect, it } from 'vitest';
import { agenciesByDay } from './agencies-by-day.ts';

describe('agenciesByDay', () => {
  it('puts every agency, and where there is none, on exactly one day', () => {
    const days = agenciesByDay(Date.UTC(2020, 10, 15, 12));
    expect(days).toHaveLength(1);
    expect(days[0]?.agencies).toHaveLength(19);
    expect(days[0]?.agencies).toContain(null);
  });

  it('tells apart the islands where it is already tomorrow, or still yesterday', () => {
    const evening = agenciesByDay(Date.UTC(2020, 10, 15, 21));
    expect(evening.find(({ today }) => today === '2020-11-16')?.agencies).toEqual([11, 13]);
    const night = agenciesByDay(Date.UTC(2020, 10, 15, 1));
    expect(night.find(({ today }) => today === '2020-11-14')?.agencies).toEqual([8, 9, 12]);
  });
});
