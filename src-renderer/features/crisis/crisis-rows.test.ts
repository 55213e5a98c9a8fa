import { describe, expect, it } from 'vitest';
import type { CrisisLine } from './crisis-rows.ts';
import { crisisId, crisisRefusal, crisisRow, isInherited } from './crisis-rows.ts';

const line = (agency: number, profession: string | null, active: boolean): CrisisLine => ({
  ...{ agency, profession, active, version: 1, reason: null, byName: null, at: null, hasOpenIntent: false },
  ...{ missions: 4, candidates: 9, contactedNow: 2, proposedNow: 1 },
});
const LINES = [
  line(6, null, true),
  line(6, 'aide-soignant', false),
  line(4, null, false),
  line(4, 'aide-soignant', true),
];

describe('crisis lines', () => {
  it('F102 a profession is in crisis with its whole agency', () => {
    expect(LINES.map((one) => isInherited(one, LINES))).toEqual([false, true, false, false]);
    expect(LINES.map((one) => crisisRow(one, LINES)['state'])).toEqual(['on', 'inherited', 'off', 'on']);
  });

  it('F101 bears the nation’s own identifier', () => {
    expect(LINES.slice(0, 2).map(crisisId)).toEqual(['6:*', '6:aide-soignant']);
  });
});

describe('crisisRefusal', () => {
  const person = (role: string, agency: number | null) => ({ id: 'r', name: 'Personne Fictive', role, agency });
  it.each([
    ['ars-regulator', 6, false],
    ['ars-lead', 6, true],
    ['ars-lead', 4, false],
    ['ccs-desk', null, true],
    ['ccs-lead', null, true],
    ['auditor', null, false],
    ['no-such-role', 6, false],
  ])('F101 %s of %j may switch agency 6: %j', (role, agency, may) => {
    expect(crisisRefusal(person(role, agency), 6) === null).toBe(may);
  });

  it('nobody may while signed out', () => {
    expect(crisisRefusal(null, 6)).toMatch(/responsable/);
  });
});
