import { describe, expect, it } from 'vitest';
import type { AssignmentFacts } from './assignment.ts';
import { ASSIGNMENT_REFUSAL_LABELS, ASSIGNMENT_REFUSALS, assignmentRefusal, stoppingEvent } from './assignment.ts';

const DATES = { from: '2020-07-13', until: '2020-07-31' };
const FACTS: AssignmentFacts = {
  missionDates: DATES,
  establishmentId: 'establishment-1',
  contactedBy: null,
  assignments: [],
};

describe('assignmentRefusal', () => {
  it.each<[string, Partial<AssignmentFacts>, string | null]>([
    ['F112 a free or EN COURS person', {}, null],
    ['F112 contacted by that establishment', { contactedBy: 'establishment-1' }, null],
    ['F85 held by another establishment', { contactedBy: 'establishment-2' }, 'held-elsewhere'],
    [
      'F82 assigned until the first day',
      { assignments: [{ from: '2020-07-01', until: '2020-07-13' }] },
      'overlapping-assignment',
    ],
    [
      'F82 assigned from the last day, without end',
      { assignments: [{ from: '2020-07-31', until: null }] },
      'overlapping-assignment',
    ],
    ['assigned until the day before', { assignments: [{ from: '2020-07-01', until: '2020-07-12' }] }, null],
    ['assigned from the day after', { assignments: [{ from: '2020-08-01', until: '2020-08-02' }] }, null],
  ])('%s', (_title, changes, expected) => {
    expect(assignmentRefusal({ ...FACTS, ...changes })).toBe(expected);
  });

  it('says why in French', () => {
    for (const refusal of ASSIGNMENT_REFUSALS) expect(ASSIGNMENT_REFUSAL_LABELS[refusal]).toMatch(/\.$/);
  });
});

describe('stoppingEvent', () => {
  it.each([
    ['2020-07-12', 'cancel'],
    ['2020-07-13', 'end-early'],
    ['2020-07-31', 'end-early'],
    ['2020-08-01', null],
  ])('on %s an assignment is stopped by %s', (today, event) => {
    expect(stoppingEvent(DATES, today)).toBe(event);
  });
});
