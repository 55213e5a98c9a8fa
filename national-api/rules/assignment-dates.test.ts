import { describe, expect, it } from 'vitest';
import { assignmentDates } from './assignment-dates.ts';

const MISSION = { startDate: '2020-11-10', endDate: '2020-11-30' };

describe('assignmentDates', () => {
  it.each([
    ['before the first day', 6, Date.UTC(2020, 10, 1, 12), '2020-11-10'],
    ['on the first day', 6, Date.UTC(2020, 10, 10, 12), '2020-11-10'],
    ['when the mission had begun', 6, Date.UTC(2020, 10, 15, 12), '2020-11-15'],
    ['late in the evening in Paris, already tomorrow in La Réunion', 11, Date.UTC(2020, 10, 15, 21), '2020-11-16'],
    ['where only the CCS regulates, in Paris time', null, Date.UTC(2020, 10, 15, 23, 30), '2020-11-16'],
  ])('accepted %s', (_title, agency, acceptedAt, startDate) => {
    expect(assignmentDates({ ...MISSION, agency }, acceptedAt)).toEqual({ startDate, endDate: '2020-11-30' });
  });
});
